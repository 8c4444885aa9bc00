import type { ConfigPath } from "./config-path";

/** Something wrong with a stack's configuration, told so that a person can mend it. */
export interface Fault {
    /** Config key with the path below it: `ringfence:integrations.salesforce.access`. */
    readonly key: string;
    /** The same as segments, the first being the config key, for looking up the line. */
    readonly path: ConfigPath;
    /** What is wrong, with the value where it is no secret: `"write" is for production only, this stack is pre-production`. */
    readonly message: string;
    /** What to write instead. */
    readonly repair: string;
    /** The rule that says so, where it is more than the value's shape: `salesforce-access`. */
    readonly rule?: string | undefined;
    readonly requirements?: readonly string[] | undefined;
}

/** The message with the rule behind it: `… (rule salesforce-access: MVA-2, MVA-5)`. */
export function tell({ message, rule, requirements = [] }: Pick<Fault, "message" | "rule" | "requirements">): string {
    if (rule === undefined) return message;
    return `${message} (rule ${rule}${requirements.length > 0 ? `: ${requirements.join(", ")}` : ""})`;
}
