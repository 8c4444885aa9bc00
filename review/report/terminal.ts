/** What the place that a report is written to can show. */
export interface Terminal {
    readonly columns: number;
    readonly colour: boolean;
    readonly unicode: boolean;
}

export interface Stream {
    readonly isTTY?: boolean | undefined;
    readonly columns?: number | undefined;
}

const usualColumns = 100;
/** Below this nothing is readable, above it lines are too long for the eye. */
const narrowest = 30;
const widest = 140;

/** `wish` is what the command line says about colours, if anything. */
export function terminalOf(stream: Stream, env: NodeJS.ProcessEnv, wish?: boolean): Terminal {
    const columns = stream.columns || Number(env.COLUMNS) || usualColumns;
    return {
        columns: Math.min(widest, Math.max(narrowest, columns)),
        colour: wish ?? wantsColour(stream, env),
        unicode: showsUnicode(env),
    };
}

/** https://no-color.org and https://force-color.org; the latter wins, as in Node itself. */
function wantsColour(stream: Stream, env: NodeJS.ProcessEnv): boolean {
    if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
    if (env.NO_COLOR) return false;
    return stream.isTTY === true && env.TERM !== "dumb";
}

function showsUnicode(env: NodeJS.ProcessEnv): boolean {
    if (env.TERM === "dumb") return false;
    const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
    // Windows and macOS start programs without a locale; the terminals of both are UTF-8 all the same.
    if (!locale) return env.WT_SESSION !== undefined || env.TERM_PROGRAM !== undefined;
    return /utf-?8/i.test(locale);
}
