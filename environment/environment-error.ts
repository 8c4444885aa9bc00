import { type Fault, tell } from "./fault";

/** A stack's configuration that describes no environment, with everything that is wrong with it at once. */
export class EnvironmentError extends Error {
    override readonly name = "EnvironmentError";

    constructor(
        readonly environment: string,
        readonly faults: readonly Fault[],
    ) {
        const count = faults.length === 1 ? "one fault" : `${faults.length} faults`;
        const paragraphs = faults.map((fault) => `  ${fault.key}\n      ${tell(fault)}\n      → ${fault.repair}`);
        super([`The configuration of the stack "${environment}" has ${count}:`, ...paragraphs].join("\n\n"));
    }
}
