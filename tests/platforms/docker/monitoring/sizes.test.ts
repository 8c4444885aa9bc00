import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { sizes } from "../../../../platforms/docker/monitoring/sizes";

describe("what the monitoring takes", () => {
    it("is what the documentation asks of the host", () => {
        const all = Object.values(sizes).reduce((sum, { memory }) => sum + memory, 0);
        const [, said] =
            /\[monitoring\]\(#monitoring\) ([\d.]+) GB of memory/.exec(readFileSync("docs/docker.md", "utf8")) ?? [];
        const asked = Number(said) * 1e9;
        const taken = all * 2 ** 20;
        assert.ok(taken <= asked && taken > 0.9 * asked, `${taken} of ${asked}`);
    });
});
