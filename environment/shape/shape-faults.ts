import { z } from "zod";
import { type ConfigPath, keyText, valueAt } from "../config-path";
import type { Fault } from "../fault";
import { nearest } from "../nearest";
import { allOf, inYaml, kindOf, oneOf, quoted, shown } from "../wording";
import { kindNamed, writeWhatIsMeant } from "./repair";
import { keysOf, type Schema, schemaAt, wordsOf } from "./schema-at";

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { code: Code }>;

/** One issue with what is around it. */
interface Sight {
    readonly schema: Schema | undefined;
    readonly value: unknown;
    /** The value in words; of a hidden one only what kind of value it is. */
    readonly found: string;
}
type Verdict = Pick<Fault, "message" | "repair">;

/**
 * What zod found wrong below one config key, in plain words: what stands there, what is meant, an example.
 * `hides` tells which values must not be shown.
 */
export function shapeFaults(
    schema: Schema,
    key: string,
    value: unknown,
    issues: readonly Issue[],
    hides: (path: ConfigPath) => boolean,
): readonly Fault[] {
    const fault = (below: ConfigPath, verdict: Verdict): Fault => {
        const path = [key, ...below];
        return { key: keyText(path), path, ...verdict };
    };
    return issues.flatMap((issue) => {
        const below = issue.path.map((segment) => (typeof segment === "symbol" ? String(segment) : segment));
        if (issue.code === "unrecognized_keys") {
            const known = keysOf(schemaAt(schema, below, value));
            return issue.keys.map((name) => fault([...below, name], unknownKey(name, known)));
        }
        const at = valueAt(value, below);
        const hidden = at !== undefined && at !== null && hides([key, ...below]);
        const sight = { schema: schemaAt(schema, below, value), value: at, found: hidden ? kindOf(at) : shown(at) };
        return [fault(below, at === undefined ? missing(sight, issue) : verdict(issue, sight))];
    });
}

export function unknownKey(name: string, known: readonly string[]): Verdict {
    const meant = nearest(name, known);
    if (name === "secure")
        return {
            message: "an encrypted value stands among other keys",
            repair: "encrypt one value: `npx pulumi config set --secret --path KEY`",
        };
    return {
        message: `the key ${quoted(name)} is not known here`,
        repair: meant === undefined ? `remove it, or write one of ${known.join(", ")}` : `write ${meant}`,
    };
}

function missing({ schema }: Sight, issue: Issue): Verdict {
    const purpose = schema === undefined ? undefined : wordsOf(schema).purpose;
    const choices = issue.code === "invalid_union" ? unionChoices(issue) : [];
    return {
        message: purpose === undefined ? "is missing" : `is missing: ${purpose}`,
        repair: choices.length > 0 ? `write ${oneOf(choices.map(inYaml))}` : writeWhatIsMeant(schema),
    };
}

function verdict(issue: Issue, sight: Sight): Verdict {
    const { schema, found } = sight;
    switch (issue.code) {
        case "invalid_type":
            return wrongKind(issue, sight);
        case "invalid_value":
            return noneOf(issue.values, sight);
        case "invalid_union":
            return noneOf(unionChoices(issue), sight);
        case "too_small":
            return outside(sight, `at least ${issue.minimum}`);
        case "too_big":
            return outside(sight, `at most ${issue.maximum}`);
        case "invalid_key":
            return wrongName(issue);
        case "custom": {
            const repair: unknown = issue.params?.repair;
            return {
                message: `${found} ${issue.message}`,
                repair: typeof repair === "string" ? repair : writeWhatIsMeant(schema),
            };
        }
        default:
            // The house's own patterns say what the text is not: `is no host name`.
            return {
                message: `${found} ${issue.message.startsWith("is ") ? issue.message : "is not accepted"}`,
                repair: formMeant(schema),
            };
    }
}

function wrongKind(issue: IssueOf<"invalid_type">, { schema, value, found }: Sight): Verdict {
    const expected = kindNamed(issue.expected);
    if (value === null)
        return { message: `nothing stands here, but ${expected} is expected`, repair: orLeaveOut(schema) };
    const kind = kindOf(value);
    const message = `${found === kind ? kind : `${found} is ${kind}`}, but ${expected} is expected`;
    return { message: found === kind ? `${kind} stands here, but ${expected} is expected` : message, repair: mend() };

    function mend(): string {
        const bare = typeof value === "number" || typeof value === "boolean";
        if (bare && accepts(schema, String(value)))
            return found === kind ? "put the value in quotes" : `put it in quotes: "${value}"`;
        const plain = typeof value === "string" && found !== kind ? bareScalar(value) : undefined;
        return plain !== undefined && accepts(schema, plain)
            ? `write ${plain} without quotes`
            : writeWhatIsMeant(schema);
    }
}

const accepts = (schema: Schema | undefined, value: unknown): boolean =>
    schema !== undefined && z.safeParse(schema, value).success;

/** What the text would be if it stood without quotes. */
function bareScalar(text: string): boolean | number | undefined {
    const trimmed = text.trim().toLowerCase();
    if (trimmed === "true" || trimmed === "false") return trimmed === "true";
    return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

function noneOf(choices: readonly unknown[], { value, found, schema }: Sight): Verdict {
    if (choices.length === 0)
        return { message: `${found} is none of the shapes that are possible here`, repair: writeWhatIsMeant(schema) };
    const list = oneOf(choices.map(inYaml));
    const same = choices.find((choice) => typeof choice !== typeof value && isSame(choice, value));
    if (same !== undefined && typeof same === "string")
        return { message: `${found} is ${kindOf(value)}, but text is expected`, repair: `put it in quotes: "${same}"` };
    if (same !== undefined)
        return { message: `${found} is text, but ${kindOf(same)} is expected`, repair: `write ${same} without quotes` };
    const meant = typeof value === "string" ? nearest(value, choices.map(String)) : undefined;
    return {
        message: `${value === null ? "nothing stands here, but a value" : found} is ${value === null ? "expected" : "none of the possible values"}`,
        repair: meant === undefined ? `write ${list}` : `write ${meant} (possible are ${allOf(choices.map(inYaml))})`,
    };
}

/** Whether a value is the choice but for its quotes; YAML reads `7.0` without quotes as the number 7. */
function isSame(choice: unknown, value: unknown): boolean {
    if (typeof choice === "string" && typeof value === "number")
        return choice === String(value) || Number(choice) === value;
    if (typeof choice === "string" && typeof value === "boolean") return choice === String(value);
    return typeof value === "string" && typeof choice === "number" && value.trim() === String(choice);
}

function unionChoices(issue: IssueOf<"invalid_union">): readonly unknown[] {
    const named = "options" in issue ? issue.options : undefined;
    if (Array.isArray(named)) return named;
    return issue.errors.flat().flatMap((below) => (below.code === "invalid_value" ? below.values : []));
}

function outside({ found, value, schema }: Sight, bound: string): Verdict {
    if (typeof value === "number") return { message: `${found} is out of range`, repair: writeWhatIsMeant(schema) };
    const unit = typeof value === "string" ? "characters" : "entries";
    const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
    if (length === 0) return { message: `${found} is empty`, repair: orLeaveOut(schema) };
    return { message: `${found} has ${length} ${unit}`, repair: `write ${bound} ${unit}` };
}

function wrongName(issue: IssueOf<"invalid_key">): Verdict {
    const name = String(issue.path.at(-1));
    const said = issue.issues[0]?.message ?? "";
    const capital = name.toUpperCase().replaceAll(/[^A-Z0-9_]+/g, "_");
    return {
        message: `${quoted(name)} ${said.startsWith("is ") ? said : "is no name that can stand here"}`,
        repair: /^[A-Z_]\w{0,60}$/.test(capital) ? `write ${capital}` : "write capital letters, digits and underscores",
    };
}

/** Where the schema has no word for the form as such, what the value is for says more than that it is text. */
function formMeant(schema: Schema | undefined): string {
    const { form, purpose } = schema === undefined ? {} : wordsOf(schema);
    const more = form === undefined && purpose !== undefined ? ` (${purpose})` : "";
    return writeWhatIsMeant(schema) + more;
}

const orLeaveOut = (schema: Schema | undefined): string => {
    const optional = schema?._zod.optin !== undefined;
    return `${writeWhatIsMeant(schema)}${optional ? ", or leave the key out" : ""}`;
};
