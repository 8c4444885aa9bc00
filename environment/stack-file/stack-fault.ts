/** A fault with the place that it stands in: why a stack, or the whole project (`stack` empty), cannot be planned. */
export interface StackFault {
    readonly stack: string;
    readonly file?: string | undefined;
    /** From 1. */
    readonly line?: number | undefined;
    readonly key?: string | undefined;
    readonly message: string;
    readonly repair?: string | undefined;
    /** The rule that says so, where there is one; the message names it too. */
    readonly rule?: string | undefined;
    readonly requirements?: readonly string[] | undefined;
}

/** The same before it is known which stack and file it belongs to. */
export type Problem = Omit<StackFault, "stack" | "file">;

/** What was asked for, or every reason why there is none. */
export type Loaded<Thing> =
    | { readonly value: Thing; readonly errors: readonly [] }
    | { readonly value: undefined; readonly errors: readonly StackFault[] };

export const loaded = <Thing>(value: Thing): Loaded<Thing> => ({ value, errors: [] });
export const refused = (errors: readonly StackFault[]): Loaded<never> => ({ value: undefined, errors });
