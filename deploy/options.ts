import { nearest } from "../environment/nearest";
import { DeployError } from "./deploy-error";
import { checkPassedOn } from "./passed-on";

/** What a command line asks for, checked. */
export type Request =
    | { readonly help: true }
    | {
          readonly help: false;
          readonly stack: string;
          /** Leaves out what needs a pushed image or a supplied secret. */
          readonly foundation: boolean;
          /** Further words, for Pulumi. */
          readonly passedOn: readonly string[];
      };

const flags = ["--foundation", "--help"];
const seeHelp = "Run `npm run up -- --help` to see what there is.";

/** Reads a command line (without `node` and the program). Throws a `DeployError`. */
export function parseOptions(words: readonly string[], env: NodeJS.ProcessEnv): Request {
    const end = words.indexOf("--");
    const own = end < 0 ? words : words.slice(0, end);
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
    // Without `--`, npm keeps an option for itself and hands it on as a variable only.
    if (!foundation && env.npm_config_foundation !== undefined)
        throw new DeployError("npm has kept --foundation for itself", `Write: npm run up -- ${stack} --foundation`);
    return { help: false, stack, foundation, passedOn };
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
