import { parseArgs } from "node:util";
import { nearest } from "../environment/nearest";
import { oneOf } from "../environment/wording";
import { type CommandName, commandNames, commands, type OptionName, options } from "./commands/table";

/** What a command line asks for, checked. */
export interface Request {
    readonly command: CommandName | "help" | "version";
    /** `help`: the command that is to be explained; absent, all of them. */
    readonly about?: CommandName | undefined;
    /** Stacks to look at; empty, all of the project. */
    readonly stacks: readonly string[];
    readonly project: string;
    readonly format: string;
    /** File that takes the result instead of standard output. */
    readonly out?: string | undefined;
    readonly verbose: boolean;
    readonly debug: boolean;
    /** Absent: as the terminal and the environment variables have it. */
    readonly colour?: boolean | undefined;
}

/** The command line makes no sense. */
export class UsageError extends Error {
    constructor(
        message: string,
        /** What to type instead. */
        readonly repair: string,
    ) {
        super(message);
        this.name = "UsageError";
    }
}

const isCommand = (word: string | undefined): word is CommandName => commandNames.includes(word as CommandName);
const helpFor = (command?: CommandName) =>
    `Run \`ringfence ${command === undefined ? "" : `${command} `}--help\` to see what there is.`;

/** Whether the line asks for JSON, wherever it says so and however wrong the rest of it is. */
export function wantsJson(words: readonly string[]): boolean {
    return words.some(
        (word, index) => word === "--format=json" || (word === "--format" && words[index + 1] === "json"),
    );
}

/** Reads a command line (without `node` and the program). Throws a `UsageError`. */
export function parseOptions(words: readonly string[]): Request {
    const { tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
    const positionals = tokens.filter((token) => token.kind === "positional").map(({ value }) => value);
    const named = positionals[0];
    const about = isCommand(named) ? named : undefined;

    const given = new Map<OptionName, string[]>();
    for (const token of tokens) {
        if (token.kind !== "option") continue;
        const name = checkedName(token.name, token.rawName, about);
        if (options[name].type === "string") {
            given.set(name, [...(given.get(name) ?? []), checkedValue(token, about)]);
        } else if (token.value !== undefined) {
            throw new UsageError(
                `${token.rawName} takes no value, and got "${token.value}"`,
                `Write ${token.rawName} alone.`,
            );
        } else {
            // The last of --color and --no-color counts.
            given.delete(name);
            given.set(name, []);
        }
    }
    const last = (name: OptionName) => given.get(name)?.at(-1);
    const request = {
        stacks: [...new Set(given.get("stack") ?? [])],
        project: last("project") ?? ".",
        format: last("format") ?? "",
        out: last("out"),
        verbose: given.has("verbose"),
        debug: given.has("debug"),
        colour: colourOf([...given.keys()]),
    };
    if (given.has("version")) return { ...request, command: "version" };
    if (named === "help") return { ...request, command: "help", about: checkedCommand(positionals[1], true) };
    if (given.has("help")) return { ...request, command: "help", about: checkedCommand(named, true) };

    const command = checkedCommand(named);
    checkFurtherWords(command, positionals.slice(1));
    for (const name of given.keys()) checkBelongs(command, name);
    checkFormat(command, last("format"));
    return { ...request, command, format: last("format") ?? commands[command].formats[0] };
}

function checkedName(name: string, rawName: string, command: CommandName | undefined): OptionName {
    if (Object.hasOwn(options, name)) return name as OptionName;
    const known = command === undefined ? Object.keys(options) : [...commands[command].options, ...common];
    const close = nearest(name, known);
    throw new UsageError(
        `unknown option ${rawName}${close === undefined ? "" : `; did you mean --${close}?`}`,
        helpFor(command),
    );
}

function checkedValue(
    token: { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
    command: CommandName | undefined,
): string {
    const { rawName, value, inlineValue } = token;
    if (value === undefined || value === "" || (!inlineValue && value.startsWith("-"))) {
        throw new UsageError(
            `${rawName} needs a value${value ? `, and "${value}" is another option` : ""}`,
            helpFor(command),
        );
    }
    return value;
}

function checkedCommand(word: string | undefined): CommandName;
function checkedCommand(word: string | undefined, optional: true): CommandName | undefined;
function checkedCommand(word: string | undefined, optional?: true): CommandName | undefined {
    if (word === undefined) {
        if (optional) return undefined;
        throw new UsageError("a command is missing", `Write \`ringfence preview\`. ${helpFor()}`);
    }
    if (isCommand(word)) return word;
    const close = nearest(word, commandNames);
    throw new UsageError(`unknown command ${word}${close === undefined ? "" : `; did you mean ${close}?`}`, helpFor());
}

function checkFurtherWords(command: CommandName, further: readonly string[]): void {
    const [first] = further;
    if (first === undefined) return;
    throw new UsageError(
        `${command} takes options only, and "${first}" is none`,
        (commands[command].options as readonly OptionName[]).includes("stack")
            ? `For one stack write \`ringfence ${command} --stack ${first}\`.`
            : helpFor(command),
    );
}

const common: readonly OptionName[] = ["help", "version", "debug", "color", "no-color"];

function checkBelongs(command: CommandName, name: OptionName): void {
    if (common.includes(name) || (commands[command].options as readonly OptionName[]).includes(name)) return;
    throw new UsageError(`${command} has no option --${name}`, helpFor(command));
}

function checkFormat(command: CommandName, format: string | undefined): void {
    const formats: readonly string[] = commands[command].formats;
    if (format === undefined || formats.includes(format)) return;
    const close = nearest(format, formats);
    throw new UsageError(
        `${command} writes ${oneOf(formats)}, not ${format}${close === undefined ? "" : `; did you mean ${close}?`}`,
        helpFor(command),
    );
}

function colourOf(names: readonly OptionName[]): boolean | undefined {
    const wish = names.filter((name) => name === "color" || name === "no-color").at(-1);
    return wish === undefined ? undefined : wish === "color";
}
