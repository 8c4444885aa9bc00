import { strict as assert } from "node:assert";
import { dashboard } from "../../../../../platforms/docker/monitoring/dashboard";
import type { Monitored } from "../../../../../platforms/docker/monitoring/description";
import { everything, least } from "../environments";
import { namesIn, unknownIn } from "../series";

interface Drawn {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly datasource?: { readonly type: string; readonly uid: string };
    readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
}
const panels = (monitored: Monitored): readonly Drawn[] => JSON.parse(dashboard(monitored)).panels;
const rowsOf = (monitored: Monitored): readonly string[] =>
    panels(monitored).flatMap(({ type, title }) => (type === "row" ? [title] : []));
const titlesIn = (monitored: Monitored, row: string): readonly string[] => {
    const all = panels(monitored);
    const start = all.findIndex(({ title }) => title === row);
    const end = all.findIndex(({ type }, index) => index > start && type === "row");
    return all.slice(start + 1, end < 0 ? undefined : end).map(({ title }) => title);
};

describe("the dashboard of a Docker host", () => {
    it("ORB-16 shows first whether calls work, then what is below", () => {
        assert.deepEqual(rowsOf(everything()), [
            "Do calls work?",
            "What is alerted on now",
            "Database",
            "Redis",
            "Containers",
            "Host",
            "Logs",
        ]);
        assert.deepEqual(titlesIn(everything(), "Do calls work?"), [
            "Requests a second",
            "Requests that fail; 1 % may",
            "95 of 100 answers came within; the API's objective is 800ms",
            "Open connections of visitors",
            "Healthy containers: api",
            "Healthy containers: gateway",
            "Healthy containers: web",
            "Public addresses that answer",
        ]);
    });

    it("asks for nothing that no program tells", () => {
        for (const { title, datasource, targets = [] } of panels(everything()).filter(({ type }) => type !== "row")) {
            assert.ok(targets.length > 0 && datasource !== undefined, title);
            if (datasource.uid !== "prometheus") continue;
            for (const { expr } of targets) {
                assert.ok(namesIn(expr).length > 0, `${title}: ${expr}`);
                assert.deepEqual(unknownIn(expr), [], `${title}: ${expr}`);
            }
        }
    });

    it("reads the environment's own logs", () => {
        const logs = panels(everything()).filter(({ type }) => type === "logs");
        assert.equal(logs.length, 3);
        for (const { targets = [] } of logs)
            assert.ok(targets[0]?.expr.startsWith('{project="voice",environment="main"'), targets[0]?.expr);
    });

    it("lays no panel over another, and none beside the page", () => {
        for (const monitored of [everything(), least()]) {
            const taken = new Set<string>();
            for (const {
                title,
                gridPos: { x, y, w, h },
            } of panels(monitored)) {
                assert.ok(x >= 0 && x + w <= 24 && w > 0 && h > 0, title);
                for (let column = x; column < x + w; column += 1)
                    for (let line = y; line < y + h; line += 1) {
                        assert.ok(!taken.has(`${column} ${line}`), title);
                        taken.add(`${column} ${line}`);
                    }
            }
            const ids = panels(monitored).map(({ id }) => id);
            assert.equal(new Set(ids).size, ids.length);
        }
    });

    it("shows what there is", () => {
        assert.deepEqual(rowsOf(least()), ["Do calls work?", "What is alerted on now", "Containers", "Host", "Logs"]);
        assert.deepEqual(titlesIn(least(), "Do calls work?"), ["Healthy containers: api"]);
    });
});
