/** Why nothing is deployed. */
export class DeployError extends Error {
    constructor(
        message: string,
        /** What to do instead. */
        readonly repair: string,
    ) {
        super(message);
        this.name = "DeployError";
    }
}

/** What went wrong and, where it is known, what to do instead. */
export const told = (error: unknown): string =>
    `${error instanceof Error ? error.message : String(error)}${error instanceof DeployError ? `\n${error.repair}` : ""}`;
