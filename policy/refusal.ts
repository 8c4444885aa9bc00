import type { Urn } from "./facts";

/** A resource that the fence refused at its registration. */
export interface Refusal {
    readonly policy: string;
    readonly urn: Urn;
    readonly message: string;
}

const mark = "__ringfenceRefusal";

/** Thrown by the registration guard. Recognised by a mark, not by its class: several copies of this module may be loaded. */
export class RefusedByFence extends Error {
    readonly [mark] = true;

    constructor(
        readonly refusal: Refusal,
        message: string,
    ) {
        super(message);
        this.name = "Refused by the fence";
        // Pulumi prints a stack where there is one; this is about a resource, not about a line of the program.
        this.stack = undefined;
    }
}

export const isRefusal = (error: unknown): error is RefusedByFence =>
    typeof error === "object" && error !== null && mark in error;
