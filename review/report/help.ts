import { type CommandName, commandNames, commands, type Option, type OptionName, options } from "../commands/table";
import type { Terminal } from "./terminal";
import { block, paperFor, row } from "./text/paper";

/** What a command says by its exit status, where that is more than whether it worked. */
const statuses: Partial<Record<CommandName, readonly (readonly [status: string, meaning: string])[]>> = {
    preview: [
        ["0", "the fence holds; there may be advisories"],
        ["1", "a stack could not be planned, or the command line is wrong"],
        ["2", "a mandatory rule is broken, or the environments are not apart"],
    ],
    secrets: [
        ["0", "the list is complete, whether somebody has to supply anything or not"],
        ["1", "a stack could not be planned, or the command line is wrong"],
    ],
};

/** The help of a command, or of the whole program. */
export function help(about: CommandName | undefined, terminal: Terminal): string {
    const paper = paperFor(terminal);
    const heading = (text: string) => ["", paper.style("bold", text)];
    const table = (rows: readonly (readonly [string, string])[], column: number) =>
        rows.flatMap(([label, text]) => row(paper, column, { rail: ["  ", "  "], label, text }, "cyan"));
    const optionTable = (names: readonly OptionName[]) =>
        table(
            names.map((name) => [usageOf(name), describe(name, about)]),
            26,
        );
    const examples = (of: readonly CommandName[]) =>
        of.flatMap((name) =>
            commands[name].examples.flatMap(([line, meaning]) => [
                ...block(paper, 2, line),
                ...block(paper, 6, meaning, "dim"),
            ]),
        );
    const common: readonly OptionName[] = [
        "help",
        "debug",
        "color",
        "no-color",
        ...(about === undefined ? (["version"] as const) : []),
    ];
    const lines =
        about === undefined
            ? [
                  ...block(
                      paper,
                      0,
                      "ringfence reviews the environments of a Pulumi program, without an engine and without a cloud account.",
                  ),
                  ...heading("Usage"),
                  "  ringfence COMMAND [OPTION]...",
                  ...heading("Commands"),
                  ...table(
                      commandNames.map((name) => [name, commands[name].summary]),
                      12,
                  ),
                  ...heading("Options"),
                  ...optionTable(common),
                  ...block(paper, 2, "`ringfence COMMAND --help` lists the options of a command."),
                  ...heading("Examples"),
                  ...examples(commandNames),
              ]
            : [
                  ...block(paper, 0, commands[about].description),
                  ...heading("Usage"),
                  ...block(paper, 4, synopsis(about)).map((line, index) => (index === 0 ? line.slice(2) : line)),
                  ...heading("Options"),
                  ...optionTable([...commands[about].options, ...common]),
                  ...heading("Examples"),
                  ...examples([about]),
              ];
    const known = statuses[about ?? "preview"] ?? [];
    const ending = known.length === 0 ? [] : [...heading("Exit status"), ...table(known, 5)];
    return `${[...lines, ...ending].join("\n")}\n`;
}

function usageOf(name: OptionName): string {
    const option: Option = options[name];
    const short = option.short === undefined ? "    " : `-${option.short}, `;
    return `${short}--${name}${option.value === undefined ? "" : ` ${option.value}`}`;
}

function describe(name: OptionName, about: CommandName | undefined): string {
    if (name !== "format" || about === undefined) return options[name].description;
    const [first, ...rest] = commands[about].formats;
    return rest.length === 0 ? `${first}, the only one` : `${[first, ...rest].join(", ")} (default: ${first})`;
}

function synopsis(about: CommandName): string {
    const parts = commands[about].options.map((name) => {
        const option: Option = options[name];
        const value = name === "format" ? commands[about].formats.join("|") : option.value;
        return `[--${name}${value === undefined ? "" : ` ${value}`}]${option.multiple ? "..." : ""}`;
    });
    return ["ringfence", about, ...parts].join(" ");
}
