import assert from "node:assert/strict";
import { progressOn } from "../../../review/report/progress";
import { terminalOf } from "../../../review/report/terminal";

const screen = { isTTY: true, columns: 80 };

describe("The terminal", () => {
    it("is as wide as it says, as COLUMNS says where it does not, else 100", () => {
        assert.equal(terminalOf(screen, { COLUMNS: "60" }).columns, 80);
        assert.equal(terminalOf({}, { COLUMNS: "60" }).columns, 60);
        assert.equal(terminalOf({}, { COLUMNS: "nonsense" }).columns, 100);
        assert.equal(terminalOf({ columns: 400 }, {}).columns, 140);
        assert.equal(terminalOf({ columns: 3 }, {}).columns, 30);
    });

    it("has colours where somebody looks, unless NO_COLOR, FORCE_COLOR or the command line say otherwise", () => {
        assert.equal(terminalOf(screen, {}).colour, true);
        assert.equal(terminalOf({}, {}).colour, false);
        assert.equal(terminalOf(screen, { TERM: "dumb" }).colour, false);
        assert.equal(terminalOf(screen, { NO_COLOR: "1" }).colour, false);
        assert.equal(terminalOf(screen, { NO_COLOR: "" }).colour, true);
        assert.equal(terminalOf({}, { FORCE_COLOR: "1", NO_COLOR: "1" }).colour, true);
        assert.equal(terminalOf(screen, { FORCE_COLOR: "0" }).colour, false);
        assert.equal(terminalOf({}, { NO_COLOR: "1" }, true).colour, true);
        assert.equal(terminalOf(screen, { FORCE_COLOR: "1" }, false).colour, false);
    });

    it("has signs beyond ASCII where the locale is UTF-8", () => {
        assert.equal(terminalOf({}, { LANG: "en_GB.UTF-8" }).unicode, true);
        assert.equal(terminalOf({}, { LANG: "C.utf8" }).unicode, true);
        assert.equal(terminalOf({}, { LANG: "en_GB.UTF-8", LC_ALL: "C" }).unicode, false);
        assert.equal(terminalOf({}, { LANG: "en_GB.UTF-8", TERM: "dumb" }).unicode, false);
        assert.equal(terminalOf({}, {}).unicode, false);
    });
});

describe("Progress", () => {
    const written = (stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv) => {
        const parts: string[] = [];
        const progress = progressOn(
            { ...stream, write: (part) => parts.push(part) },
            terminalOf(screen, {}, false),
            env,
        );
        progress.say("planning beta");
        progress.say("x".repeat(200));
        progress.clear();
        progress.clear();
        return parts.join("");
    };

    it("is one line that is rewritten and gone in the end", () => {
        assert.equal(written({ isTTY: true }, {}), `\r\u001b[Kplanning beta\r\u001b[K${"x".repeat(76)}...\r\u001b[K`);
    });

    it("is not shown where nobody waits for it", () => {
        assert.equal(written({}, {}), "");
        assert.equal(written({ isTTY: true }, { CI: "true" }), "");
        assert.equal(written({ isTTY: true }, { TERM: "dumb" }), "");
    });
});
