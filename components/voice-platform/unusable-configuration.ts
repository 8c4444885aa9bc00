import * as pulumi from "@pulumi/pulumi";
import { EnvironmentError, type Fault } from "../../environment";

/** A fault of a stack's configuration that shows only while the program runs; told like any other, without a stack trace. */
export class UnusableConfiguration extends pulumi.RunError {
    constructor(
        stack: string,
        readonly faults: readonly Fault[],
    ) {
        super(new EnvironmentError(stack, faults).message);
    }
}
