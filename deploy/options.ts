import { nearest } from "../environment/nearest";
import { DeployError } from "./deploy-error";
import { checkPassedOn } from "./passed-on";

/** What a command line asks for, checked. */
export type Request =
    | { readonly help: true }
    | {
          readonly help: false;
          readonly stack: string;
          /** The folder of Pulumi.yaml, where it is not the current one. */
          readonly project: string | undefined;
          /** Leaves out what needs a pushed image or a supplied secret. */
          readonly foundation: boolean;
          /** Further words, for Pulumi. */
          readonly passedOn: readonly string[];
      };

const flags = ["--foundation", "--project", "--help"];
const seeHelp = "Run `npm run up -- --help` to see what there is.";

/** Reads a command line (without `node` and the program). Throws a `DeployError`. */
export function parseOptions(words: readonly string[], env: NodeJS.ProcessEnv): Request {
    const end = words.indexOf("--");
    const [project, own] = projectIn(end < 0 ? words : words.slice(0, end));
    const passedOn = end < 0 ? [] : words.slice(end + 1);
    if (own.includes("--help") || own.includes("-h")) return { help: true };

    for (const word of own) if (word.startsWith("-") && !flags.includes(word)) throw unknownOption(word);
    const [stack, second] = own.filter((word) => !word.startsWith("-"));
    if (stack === undefined) throw new DeployError("a stack is missing", "Name it: npm run up -- beta");
    if (second !== undefined)
        throw new DeployError(
            `one stack at a time, and these are ${stack} and ${second}`,
            `Deploy ${stack} first: npm run up -- ${stack}`,
        );
    checkPassedOn(passedOn);
    const foundation = own.includes("--foundation");
    // Without `--`, npm keeps an option for itself and hands it on as a variable only: another system would be deployed.
    if (!foundation && env.npm_config_foundation !== undefined)
        throw new DeployError("npm has kept --foundation for itself", `Write: npm run up -- ${stack} --foundation`);
    if (project === undefined && env.npm_config_project !== undefined)
        throw new DeployError(
            "npm has kept --project for itself",
            `Write: npm run up -- ${stack} --project ${env.npm_config_project}`,
        );
    return { help: false, stack, project, foundation, passedOn };
}

/** `--project DIR` or `--project=DIR`, and the other words. */
function projectIn(words: readonly string[]): readonly [string | undefined, readonly string[]] {
    const at = words.findIndex((word) => word === "--project" || word.startsWith("--project="));
    if (at < 0) return [undefined, words];
    const [option = "", next] = words.slice(at);
    const joined = option.startsWith("--project=");
    const folder = joined ? option.slice("--project=".length) : next;
    if (folder === undefined || folder === "" || (!joined && folder.startsWith("-")))
        throw new DeployError(
            "--project needs a folder",
            "Write: npm run up -- staging --project blueprints/the-oracle",
        );
    return [folder, [...words.slice(0, at), ...words.slice(at + (joined ? 1 : 2))]];
}

function unknownOption(word: string): DeployError {
    const close = nearest(word, flags);
    return close === undefined
        ? new DeployError(
              `unknown option ${word}`,
              "An option of Pulumi's goes behind a further `--`: npm run up -- beta -- --yes",
          )
        : new DeployError(`unknown option ${word}; did you mean ${close}?`, seeHelp);
}
