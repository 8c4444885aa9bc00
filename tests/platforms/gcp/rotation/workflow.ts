import { readFileSync } from "node:fs";
import { parse } from "yaml";

/**
 * As much of the language of Cloud Workflows as the program's own workflow uses, run here with calls that only take
 * notes. What it does not know it refuses, as the service would.
 * https://cloud.google.com/workflows/docs/reference/syntax
 */
// biome-ignore lint/suspicious/noExplicitAny: a workflow's values have no types.
type Any = any;
type Steps = readonly Readonly<Record<string, Any>>[];
interface Block {
    readonly params?: readonly string[];
    readonly steps: Steps;
}
export type Workflow = Readonly<Record<string, Block>>;
export type Calls = Readonly<Record<string, (args: Any) => unknown>>;

export const readWorkflow = (file: string): Workflow => parse(readFileSync(file, "utf8"));

/** What a step may hold; anything else is a slip of the pen. */
const parts = new Set([
    "assign",
    "switch",
    "call",
    "args",
    "result",
    "next",
    "return",
    "raise",
    "try",
    "retry",
    "except",
]);

/** Ends a block: `return`, or nothing more to do. */
class Returned {
    constructor(readonly value: unknown) {}
}

export class Runner {
    constructor(
        private readonly workflow: Workflow,
        private readonly calls: Calls,
        private readonly environment: Readonly<Record<string, string>>,
    ) {}

    run(block: string, args: Readonly<Record<string, unknown>>): unknown {
        const { params = [], steps } = this.workflow[block] ?? fail(`there is no block ${block}`);
        for (const name of Object.keys(args)) if (!params.includes(name)) fail(`${block} takes no ${name}`);
        const variables = { ...args };
        const ended = this.steps(steps, variables);
        return ended instanceof Returned ? ended.value : undefined;
    }

    private steps(steps: Steps, variables: Record<string, unknown>): Returned | undefined {
        const named = steps.map((step) => Object.entries(step)[0] ?? fail("an empty step"));
        let at = 0;
        while (at < named.length) {
            const [, step] = named[at] as [string, Any];
            const next = this.step(step, variables);
            if (next instanceof Returned) return next;
            if (next === "end") return new Returned(undefined);
            at = next === undefined ? at + 1 : named.findIndex(([name]) => name === next);
            if (at < 0) fail(`there is no step ${next}`);
        }
        return undefined;
    }

    private step(step: Any, variables: Record<string, unknown>): Returned | string | undefined {
        for (const part of Object.keys(step)) if (!parts.has(part)) fail(`no step has ${part}`);
        for (const assignment of step.assign ?? [])
            for (const [name, value] of Object.entries(assignment)) variables[name] = this.value(value, variables);
        for (const { condition, ...then } of step.switch ?? [])
            if (this.value(condition, variables) === true) return this.step(then, variables);
        if (step.try !== undefined) {
            const ended = this.attempt(step, variables);
            if (ended !== undefined) return ended;
        }
        if (step.call !== undefined) {
            const answer = this.call(step.call, this.value(step.args ?? {}, variables) as Any);
            if (step.result !== undefined) variables[step.result] = answer;
        }
        if ("raise" in step) throw this.value(step.raise, variables);
        if ("return" in step) return new Returned(this.value(step.return, variables));
        return step.next;
    }

    private attempt({ try: attempt, retry, except }: Any, variables: Record<string, unknown>) {
        let left: number = retry?.max_retries ?? 0;
        for (;;) {
            try {
                return this.step(attempt, variables);
            } catch (error) {
                if (error instanceof SyntaxError || except === undefined) throw error;
                if (left-- > 0 && (error as { code?: number }).code === 503) continue;
                variables[except.as] = error;
                return this.steps(except.steps, variables);
            }
        }
    }

    private call(name: string, args: Any): unknown {
        if (this.workflow[name] !== undefined) return this.run(name, args);
        return (this.calls[name] ?? fail(`nothing is called ${name}`))(args);
    }

    private value(value: unknown, variables: Readonly<Record<string, unknown>>): unknown {
        if (Array.isArray(value)) return value.map((item) => this.value(item, variables));
        if (value !== null && typeof value === "object")
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.value(item, variables)]));
        const [, expression] = typeof value === "string" ? (/^\$\{(.*)\}$/s.exec(value) ?? []) : [];
        if (expression === undefined) return value;
        // The service takes expressions of at most 400 characters: https://cloud.google.com/workflows/quotas
        if (expression.length > 400) fail(`an expression of ${expression.length} characters`);
        const scope: Record<string, unknown> = { ...this.library, ...variables };
        const code = expression.replace(/\bdefault\(/g, "default_(");
        return new Function(...Object.keys(scope), `"use strict"; return (${code});`)(...Object.values(scope));
    }

    /** The functions of the standard library that the workflow uses. */
    private readonly library = {
        default_: (value: unknown, instead: unknown) => value ?? instead,
        int: (text: unknown) =>
            typeof text === "string" && /^\d+$/.test(text) ? Number(text) : raise({ tags: ["TypeError"] }),
        map: {
            get: (from: unknown, keys: string | readonly string[]) =>
                [keys].flat().reduce<Any>((value, key) => (value as Any)?.[key] ?? null, from),
        },
        text: {
            split: (text: string, by: string) => text.split(by),
            substring: (text: string, start: number, end: number) => text.slice(start, end),
            replace_all_regex: (text: string, pattern: string, by: string) =>
                text.replaceAll(new RegExp(pattern, "g"), by),
        },
        json: { decode: (text: string) => JSON.parse(text) },
        base64: { decode: (text: string) => Buffer.from(text, "base64").toString("utf8") },
        sys: { get_env: (name: string) => this.environment[name] ?? fail(`there is no variable ${name}`) },
        http: { default_retry_predicate: "default" },
    };
}

function fail(message: string): never {
    throw new SyntaxError(message);
}
function raise(error: unknown): never {
    throw error;
}
