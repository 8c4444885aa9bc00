import { DeployError } from "./deploy-error";

interface Refusal {
    readonly long: string;
    readonly short?: string;
    readonly why: string;
    readonly repair: string;
}

const inStackFile = "Write the value into the stack file.";
const atYourRisk = "Who must do without it runs Pulumi itself, and answers for it.";

/** Options of `pulumi up` that would deploy something else than what was reviewed, or past the rules. */
const refusals: readonly Refusal[] = [
    {
        long: "--stack",
        short: "s",
        why: "the stack has been named, and reviewed",
        repair: "Name another first: npm run up -- beta",
    },
    { long: "--cwd", short: "C", why: "another folder is another project", repair: "Run it there." },
    { long: "--policy-pack", why: "the pack of this project always goes with it", repair: "Leave it out." },
    {
        long: "--policy-pack-config",
        why: "a configuration can switch rules of the pack off",
        repair: `Change the rule. ${atYourRisk}`,
    },
    {
        long: "--config",
        short: "c",
        why: "the review has not seen what it sets",
        repair: inStackFile,
    },
    { long: "--config-path", why: "the review has not seen what it sets", repair: inStackFile },
    { long: "--config-file", why: "the review has read the stack's own file", repair: inStackFile },
    { long: "--override-env", why: "the review has not seen what it sets", repair: inStackFile },
    {
        long: "--skip-preview",
        short: "f",
        why: "the pack would judge what is already made",
        repair: "Leave it out; `--yes` spares the question.",
    },
    {
        long: "--ignore-protect",
        why: "it would let data be deleted",
        repair: `Lift the protection of one resource: docs/operating.md. ${atYourRisk}`,
    },
];

/** Short options that take a value: what follows in the same word is that value. */
const withValue = "cCmpstv";

/** Refuses what would get round the review or the rules. */
export function checkPassedOn(words: readonly string[]): void {
    for (const word of words) {
        const refusal = refusals.find(({ long, short }) => asksFor(word, long, short));
        if (refusal === undefined) continue;
        throw new DeployError(`${refusal.long} is not passed on: ${refusal.why}`, refusal.repair);
    }
}

function asksFor(word: string, long: string, short: string | undefined): boolean {
    if (word.startsWith("--")) return word === long || word.startsWith(`${long}=`);
    if (short === undefined || !word.startsWith("-")) return false;
    // `-yf` is `-y -f`, and `-mfinal` the message "final".
    const letters = [...word.slice(1)];
    const last = letters.findIndex((letter) => withValue.includes(letter));
    return letters.slice(0, last < 0 ? undefined : last + 1).includes(short);
}
