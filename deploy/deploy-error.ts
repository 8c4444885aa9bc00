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
