import { block, type Paper } from "../text/paper";
import { command } from "./command";
import type { ToSupply } from "./listing";

/**
 * What the commands of the list have in common, once for each way in which secrets are kept. No part of a value may land
 * in the shell's history, in the list of processes or on the screen.
 */
export function howTo(waiting: readonly ToSupply[], paper: Paper): readonly string[] {
    const inVault = waiting.filter(({ keptBy }) => keptBy === "secret-manager");
    const first = inVault.find(({ supply }) => !supply.isFile) ?? inVault[0];
    const inFile = waiting.some(({ keptBy }) => keptBy === "stack-file");
    const title = (platform: string) =>
        paper.style("bold", first !== undefined && inFile ? `To supply one on ${platform}` : "To supply one");
    return [
        ...(first === undefined ? [] : [title("Google Cloud"), ...intoVault(first, paper), ""]),
        ...(inFile ? [title("Docker"), ...intoStackFile(paper), ""] : []),
    ];
}

function intoVault({ supply: { variable } }: ToSupply, paper: Paper): readonly string[] {
    return [
        ...block(
            paper,
            2,
            `A value of one line is read into a variable at a hidden prompt, so that it is in no history, and forgotten afterwards (\`unset ${variable}\`):`,
        ),
        command(`read -rs ${variable}`, 6, paper),
        ...block(
            paper,
            2,
            "A value of several lines, such as a private key, comes from a file (FILE), which is deleted afterwards. An empty value is refused.",
        ),
        ...block(
            paper,
            2,
            "`npm run up -- STACK --foundation` makes the places for them, without what cannot start yet; when they are filled, leave `--foundation` out. Which of them are filled already is not seen here, for no cloud was asked:",
        ),
        command("gcloud secrets versions list SECRET --project PROJECT --filter=state=enabled", 6, paper),
    ];
}

function intoStackFile(paper: Paper): readonly string[] {
    return [
        ...block(
            paper,
            2,
            "The command is run in the folder of `Pulumi.yaml`. It asks for the value at a hidden prompt, so that it is in no history, and writes it, encrypted, into the stack file, which is then committed.",
        ),
        ...block(
            paper,
            2,
            "A value of several lines, such as a private key, comes from a file (`< FILE` behind the command), which is deleted afterwards. An empty value is refused.",
        ),
        ...block(
            paper,
            2,
            "A deployment makes nothing before all of a stack's are there, and says which are not; a preview does without them.",
        ),
    ];
}
