import { join, relative, resolve } from "node:path";
import type { ProjectFiles } from "../environment/stack-file";
import { told } from "./deploy-error";
import { refuseStrangers } from "./docker/preflight";
import { engineOf } from "./docker/stack";
import { troubles } from "./docker/troubles";
import { leavingOutServices } from "./foundation";
import { help } from "./help";
import { parseOptions } from "./options";
import { projectWith, refuseFoundationWithoutCloud, refuseToStartUnaligned } from "./stack";
import type { Surroundings } from "./surroundings";

const root = resolve(__dirname, "..");

/** Reviews a stack and deploys it. Resolves with the exit status, and never rejects. */
export async function up(words: readonly string[], around: Surroundings): Promise<number> {
    try {
        const request = parseOptions(words, around.env);
        if (request.help) {
            around.answer(help);
            return 0;
        }
        const { stack, foundation, passedOn } = request;
        const there = { ...around, directory: resolve(around.directory, request.project ?? ".") };
        const project = projectWith(stack, there.directory);
        const pulumi = await around.pulumi();

        const reviewed = await review(stack, there);
        if (reviewed !== 0) {
            tell(around, `${stack} is not deployed: the review ended with ${reviewed}`);
            return reviewed;
        }
        if (foundation) refuseFoundationWithoutCloud(project, stack);
        else refuseToStartUnaligned(project, stack);
        await refuseStrangers(project, stack, there);
        const status = await step(there, pulumi.file, "pulumi", pulumi.env, [
            "up",
            "--stack",
            stack,
            "--policy-pack",
            packFrom(there.directory),
            ...(foundation ? leavingOutServices : []),
            ...passedOn,
        ]);
        if (status !== 0) await tellTroubles(project, stack, there);
        return status;
    } catch (error) {
        tell(around, told(error));
        return 1;
    }
}

/** After a failure: of a container Pulumi knows only that it has waited for it in vain. */
async function tellTroubles(project: ProjectFiles, stack: string, around: Surroundings): Promise<void> {
    const engine = await engineOf(project, stack, around);
    const found = engine && (await troubles({ project: project.name, environment: stack }, engine));
    if (found?.length) tell(around, `these containers of ${stack} are not well:\n${found.join("\n")}`);
}

/** The program of its own, because nothing is made of the review's parts. */
const review = (stack: string, around: Surroundings): Promise<number> =>
    step(
        around,
        process.execPath,
        "ringfence",
        around.env,
        ["preview", "--stack", stack],
        [join(root, "review/bin.cjs")],
    );

/** Says what it runs, as a shell would take it, and runs it. */
function step(
    { directory, say, colour, run }: Surroundings,
    file: string,
    called: string,
    env: NodeJS.ProcessEnv,
    words: readonly string[],
    first: readonly string[] = [],
): Promise<number> {
    const line = ["$", called, ...words.map(quoted)].join(" ");
    say(`${colour ? `\u001b[1m${line}\u001b[22m` : line}\n`);
    return run({ file, words: [...first, ...words], directory, env });
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const packFrom = (directory: string): string => relative(directory, join(root, "policy"));

const tell = ({ say, colour }: Surroundings, text: string): void =>
    say(`${colour ? "\u001b[31mup:\u001b[39m" : "up:"} ${text}\n`);
