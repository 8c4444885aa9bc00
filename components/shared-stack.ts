import * as pulumi from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import type { SharedUse } from "../environment";
import { PlainError } from "../platforms/plain-error";

/**
 * What another stack of the project owns for several environments, by its outputs. A backend of one's own calls every
 * organisation `organization`; Pulumi Cloud has real ones. In both it is the reader's own.
 * https://www.pulumi.com/docs/iac/concepts/projects/stacks/#stackreferences
 */
export class SharedStack {
    readonly #stack: string;
    readonly #reference: pulumi.StackReference;

    constructor(environment: string, stack: string, parent: pulumi.Resource) {
        this.#stack = stack;
        const name = `${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`;
        this.#reference = new pulumi.StackReference(`${environment}-${stack}`, { name }, { parent });
    }

    /** What the records of the environment's host names point to. */
    get tunnel(): pulumi.Output<string> {
        return this.told("tunnel", "cname");
    }

    /** Where speech recognition is found, `http://…`. */
    get transcription(): pulumi.Output<string> {
        return this.told("transcription", "url");
    }

    private told(what: SharedUse["what"], property: string): pulumi.Output<string> {
        return this.#reference.outputs.apply((outputs) => {
            if (outputs.tier === undefined && pulumi.runtime.isDryRun()) return this.notYet(what);
            if (outputs.tier !== "shared")
                throw new PlainError(
                    `the stack "${this.#stack}" does not say that it is shared, so nothing of it is used: name a stack of the tier shared, or deploy it first`,
                );
            const value: unknown = outputs[what]?.[property];
            if (typeof value === "string") return value;
            throw new PlainError(
                `the stack "${this.#stack}" owns no ${what}: describe ringfence:${what} in its stack file, and deploy it first`,
            );
        });
    }

    /** What is planned before the owner is there can be looked at; it cannot be made. */
    private notYet(what: SharedUse["what"]): string {
        void pulumi.log.warn(
            `the stack "${this.#stack}" is not deployed yet, so its ${what} is not known: deploy it first`,
            this.#reference,
        );
        return unknown as unknown as string;
    }
}
