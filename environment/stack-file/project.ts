import { extname, join, resolve } from "node:path";
import type { ConfigBlock } from "./config-block";
import { parseDocument } from "./document";
import { findProjectFile, findStackFiles, noProject, type StackFileName } from "./folder";
import { placeholder } from "./placeholder";
import { type PlainDocument, plain } from "./plain";
import { projectConfig } from "./project-config";
import { readText } from "./read-text";
import { shownPath } from "./shown-path";
import { type Loaded, loaded, type Problem, refused } from "./stack-fault";

/** A Pulumi project as its files describe it. */
export interface ProjectFiles {
    readonly name: string;
    /** The folder of Pulumi.yaml, absolute. */
    readonly directory: string;
    /** Pulumi.yaml as it is shown to people: from the working directory, where it is below it. */
    readonly file: string;
    /** The folder or file of the program, from `directory`. */
    readonly main: string;
    readonly runtime: string;
    /** In the order of their file names. */
    readonly stacks: readonly StackFileName[];
    readonly config: ConfigBlock;
}

/** Reads Pulumi.yaml and finds the stack files that belong to it; the stack files are not read yet. */
export function loadProject(directory: string): Loaded<ProjectFiles> {
    const folder = resolve(directory);
    const path = findProjectFile(folder);
    if (path === undefined) return refused([noProject(directory)]);
    const file = shownPath(path);
    const fail = (problems: readonly Problem[]) =>
        refused(problems.map((problem) => ({ stack: "", file, ...problem })));

    const content = readText(path);
    if (content.text === undefined) return fail([content.problem]);
    const parsed = parseDocument(content.text);
    if (parsed.root === undefined) return fail(parsed.problems);
    const document = plain(parsed, (place) => placeholder("", place.slice(1)));
    const problems = [...document.problems, ...projectProblems(document)];
    if (problems.length > 0) return fail(problems);

    const { name, main, runtime } = document.value;
    const config = projectConfig(file, String(name), document);
    if (config.problems.length > 0) return fail(config.problems);
    const stackFolder = join(folder, stackConfigDir(document));
    const stacks = findStackFiles(stackFolder, extname(path));
    if (stacks.length === 0)
        return fail([
            {
                message: `the project has no stack: there is no Pulumi.<stack>${extname(path)} in ${shownPath(stackFolder)}`,
                repair: `write one, e.g. Pulumi.staging${extname(path)}`,
            },
        ]);
    return loaded({
        name: String(name),
        directory: folder,
        file,
        main: typeof main === "string" ? main : ".",
        runtime: runtimeName(runtime) ?? "",
        stacks,
        config,
    });
}

function projectProblems({ value: root, lineAt }: PlainDocument): Problem[] {
    const problems: Problem[] = [];
    const { name, runtime, main } = root;
    if (typeof name !== "string" || !/^[\w.-]+$/.test(name))
        problems.push({
            line: lineAt(["name"]) ?? 1,
            key: "name",
            message: "the project has no name of letters, digits, dashes, underscores and dots",
            repair: "write `name: ringfence`, or another name",
        });
    if (runtimeName(runtime) === undefined)
        problems.push({
            line: lineAt(["runtime"]) ?? 1,
            key: "runtime",
            message: "the project does not say what runs its program",
            repair: "write `runtime: nodejs`",
        });
    if (main !== undefined && main !== null && typeof main !== "string")
        problems.push({
            line: lineAt(["main"]),
            key: "main",
            message: "the program's folder is no text",
            repair: "write `main: ./`, or another folder",
        });
    return problems;
}

function runtimeName(runtime: unknown): string | undefined {
    const name = typeof runtime === "object" && runtime !== null ? (runtime as { name?: unknown }).name : runtime;
    return typeof name === "string" && name !== "" ? name : undefined;
}

/** Where the stack files are; an older form says so by a text under `config`. */
function stackConfigDir({ value: { stackConfigDir: named, config } }: PlainDocument): string {
    if (typeof named === "string") return named;
    return typeof config === "string" ? config : ".";
}
