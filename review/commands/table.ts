/** The commands and options that exist: the parser and the help are both made from these tables. */

export interface Option {
    readonly type: "string" | "boolean";
    readonly short?: string;
    readonly multiple?: boolean;
    /** What stands for the value in the help. */
    readonly value?: string;
    readonly description: string;
}

export const options = {
    stack: {
        type: "string",
        short: "s",
        multiple: true,
        value: "STACK",
        description: "look at this stack only; may be repeated (default: all stacks of the project)",
    },
    project: {
        type: "string",
        value: "DIR",
        description: "directory of the project's Pulumi.yaml (default: this one)",
    },
    format: { type: "string", value: "FORMAT", description: "how the result is written (default: text)" },
    out: { type: "string", value: "FILE", description: "write the result to this file instead of standard output" },
    verbose: { type: "boolean", short: "v", description: "list every resource" },
    debug: { type: "boolean", description: "show stack traces" },
    color: { type: "boolean", description: "colours even where the output is no terminal" },
    "no-color": { type: "boolean", description: "no colours (so does the environment variable NO_COLOR)" },
    help: { type: "boolean", short: "h", description: "explain the command" },
    version: { type: "boolean", description: "print the version" },
} as const satisfies Record<string, Option>;
export type OptionName = keyof typeof options;

export interface Command {
    readonly summary: string;
    readonly description: string;
    readonly options: readonly OptionName[];
    readonly formats: readonly string[];
    readonly examples: readonly (readonly [line: string, meaning: string])[];
}

export const commands = {
    preview: {
        summary: "what every environment consists of, and whether the fence between them holds",
        description:
            "Runs the Pulumi program of the project for each stack, without an engine and without a cloud account, judges the result by the rules and proves that the environments stay apart.",
        options: ["stack", "project", "format", "out", "verbose"],
        formats: ["text", "json"],
        examples: [
            ["ringfence preview", "all stacks of the project in this directory"],
            ["ringfence preview --stack staging --verbose", "one stack, each of its resources"],
            ["ringfence preview --format json --out review.json", "for a program"],
        ],
    },
    secrets: {
        summary: "the secrets that somebody must supply: by whom, how, and what waits for them",
        description:
            "Lists for each stack the secrets that the program leaves empty, with the command that fills each and with what does not start until then, and those that need nothing. Runs the program as `preview` does, and shows no value.",
        options: ["stack", "project", "format", "out"],
        formats: ["text", "json"],
        examples: [
            ["ringfence secrets", "all stacks of the project in this directory"],
            ["ringfence secrets --stack staging", "what staging needs before it starts"],
            ["ringfence secrets --stack staging --format json --out secrets.json", "for a program"],
        ],
    },
    rules: {
        summary: "the rules: what each forbids, why, and what to do about it",
        description: "Prints the catalogue of the rules that a preview and a deployment are judged by.",
        options: ["format", "out"],
        formats: ["text", "json", "markdown"],
        examples: [
            ["ringfence rules", "to read"],
            ["ringfence rules --format markdown --out docs/rules.md", "the page of the documentation"],
        ],
    },
    schema: {
        summary: "the JSON Schema of a stack file, for editors",
        description: "Prints the JSON Schema of Pulumi.<stack>.yaml, by which an editor completes and checks it.",
        options: ["format", "out"],
        formats: ["json"],
        examples: [["ringfence schema --out ringfence.schema.json", "the file that the stack files point to"]],
    },
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as readonly CommandName[];
