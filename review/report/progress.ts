import type { Terminal } from "./terminal";
import { paperFor } from "./text/paper";
import { truncate } from "./text/width";

/** What is being done, in one line that is written over and over, and gone in the end. */
export interface Progress {
    readonly say: (text: string) => void;
    readonly clear: () => void;
}

const silent: Progress = { say: () => {}, clear: () => {} };
const lineStart = "\r\u001b[K";

/** Progress is for somebody who waits: where nobody looks nothing is written. */
export function progressOn(
    stream: { readonly isTTY?: boolean | undefined; readonly write: (text: string) => unknown },
    terminal: Terminal,
    env: NodeJS.ProcessEnv,
): Progress {
    if (stream.isTTY !== true || env.TERM === "dumb" || env.CI) return silent;
    const paper = paperFor(terminal);
    let shown = false;
    return {
        say(text) {
            const line = truncate(paper.safe(text).replace(/\n/g, " "), terminal.columns - 1, paper.signs.ellipsis);
            stream.write(lineStart + paper.style("dim", line));
            shown = true;
        },
        clear() {
            if (shown) stream.write(lineStart);
            shown = false;
        },
    };
}
