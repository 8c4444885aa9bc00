import * as pulumi from "@pulumi/pulumi";

/**
 * What Pulumi tells by its message alone, whenever it is thrown. Of a RunError it shows the stack too, if it is thrown where
 * the program itself has ended already, as in an `apply` that waited for a resource:
 * https://github.com/pulumi/pulumi/blob/v3.248.0/sdk/nodejs/cmd/run/index.ts
 */
export class PlainError extends pulumi.RunError {
    constructor(message: string) {
        super(message);
        this.stack = undefined;
    }
}
