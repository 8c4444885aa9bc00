import { extname } from "node:path";
import type { ConfigPath } from "../config-path";
import type { ConfigSource } from "../config-source";
import { type Fault, tell } from "../fault";
import { byNearness } from "../nearest";
import { readEnvironment } from "../read";
import type { Environment } from "../schema/environment";
import { oneOf, quoted } from "../wording";
import type { ConfigBlock } from "./config-block";
import { parseDocument } from "./document";
import { placeholder } from "./placeholder";
import { plain } from "./plain";
import type { ProjectFiles } from "./project";
import { readText } from "./read-text";
import { stackConfig } from "./stack-config";
import { type Loaded, loaded, type Problem, refused, type StackFault } from "./stack-fault";

/** A stack as its files describe it. */
export interface StackFiles {
    readonly name: string;
    readonly file: string;
    readonly environment: Environment;
    /** The whole configuration, Pulumi.yaml's part included; encrypted values are placeholders. */
    readonly source: ConfigSource;
    /** Where a config path stands: in the stack file, else in Pulumi.yaml, else where it would have to be added. */
    readonly locate: (path: ConfigPath) => { readonly file: string; readonly line: number };
}

/** Reads one stack of a project and checks the environment that it describes. */
export function loadStack(project: ProjectFiles, name: string): Loaded<StackFiles> {
    const stack = project.stacks.find((candidate) => candidate.name === name);
    if (stack === undefined) return refused([unknownStack(project, name)]);
    const { file, path } = stack;
    if (extname(path) !== extname(project.file)) return refused([{ stack: name, file, ...wrongEnding(path, project) }]);
    const content = readText(path);
    if (content.text === undefined) return refused([{ stack: name, file, ...content.problem }]);
    return understandStack(name, file, content.text, project.config);
}

/** What the text of a stack file means, beside what Pulumi.yaml says for all stacks. */
export function understandStack(name: string, file: string, text: string, project: ConfigBlock): Loaded<StackFiles> {
    const fail = (problems: readonly Problem[]) =>
        refused(problems.map((problem) => ({ stack: name, file, ...problem })));
    const parsed = parseDocument(text);
    if (parsed.root === undefined) return fail(parsed.problems);
    const own = stackConfig(
        file,
        plain(parsed, (place) => placeholder(name, place.slice(1))),
    );
    // Without any configuration everything is missing, which is said once.
    if (own.problems.some(({ key }) => key === "config")) return fail(own.problems);

    const source = overriding(own, project);
    const locate = locator(own, project);
    const { environment, faults } = readEnvironment(name, source);
    const errors = [
        ...own.problems.map((problem) => ({ stack: name, file, ...problem })),
        ...faults.map((fault) => located(name, fault, locate)),
    ];
    if (environment === undefined || errors.length > 0) return refused(inOrder(errors, file));
    return loaded({ name, file, environment, source, locate });
}

/** A key of the stack file replaces the same key of Pulumi.yaml as a whole: maps are not merged. */
function overriding(own: ConfigBlock, project: ConfigBlock): ConfigSource {
    const inherited = project.encryptedPaths.filter(([key]) => !own.values.has(String(key)));
    const encryptedPaths = [...own.encryptedPaths, ...inherited];
    return {
        values: Object.fromEntries([...project.values, ...own.values]),
        secret: new Set(encryptedPaths.map(([key]) => String(key))),
        encryptedPaths,
    };
}

function locator(own: ConfigBlock, project: ConfigBlock): StackFiles["locate"] {
    return (path) => {
        const line = own.lineOf(path);
        if (line !== undefined) return { file: own.file, line };
        const inProject = project.lineOf(path);
        return inProject === undefined ? { file: own.file, line: own.line } : { file: project.file, line: inProject };
    };
}

function located(stack: string, fault: Fault, locate: StackFiles["locate"]): StackFault {
    const { key, path, repair, rule, requirements } = fault;
    return { stack, ...locate(path), key, message: tell(fault), repair, rule, requirements };
}

/** As the reader goes through the stack file, then Pulumi.yaml. */
function inOrder(errors: readonly StackFault[], first: string): readonly StackFault[] {
    const rank = ({ file }: StackFault) => (file === first ? 0 : 1);
    return [...errors].sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
}

function unknownStack({ stacks, file }: ProjectFiles, name: string): StackFault {
    const known = stacks.map((stack) => stack.name);
    return {
        stack: name,
        file,
        message: `the project has no stack ${quoted(name)}`,
        repair: `write ${oneOf(byNearness(name, known))}`,
    };
}

function wrongEnding(path: string, { file }: ProjectFiles): Problem {
    const ending = extname(file);
    return {
        message: `Pulumi does not read a file that ends in ${extname(path)} beside one that ends in ${ending}`,
        repair: `let its name end in ${ending}`,
    };
}
