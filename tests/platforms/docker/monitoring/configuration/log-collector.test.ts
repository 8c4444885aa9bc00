import { strict as assert } from "node:assert";
import { toSeconds } from "../../../../../environment/units";
import { frontConfiguration } from "../../../../../platforms/docker/front/configuration";
import { logCollectorConfiguration } from "../../../../../platforms/docker/monitoring/configuration/log-collector";
import { inClear } from "../../front/fronts";
import { everything, least } from "../environments";
import { seen } from "../series";

const text = logCollectorConfiguration(everything());
/** The lines of a block, without those that end it. */
const block = (head: string, of = text): string => {
    const start = of.indexOf(`\n${head} {\n`);
    assert.ok(start >= 0, head);
    return of.slice(start + 1, of.indexOf("\n}", start));
};

describe("the log collector's configuration", () => {
    it("ORB-16 collects the logs of the environment's own containers, ended ones too", () => {
        const found = block('discovery.docker "environment"');
        assert.ok(found.includes('values = ["project=voice", "environment=main"]'), found);
        assert.ok(found.includes('values = ["running", "restarting", "exited"]'), found);
        assert.ok(block('loki.write "loki"').includes('"http://loki:3100/loki/api/v1/push"'));
    });

    it("asks the engine's reader, by a scheme that ends no stream", () => {
        assert.deepEqual(
            new Set(text.match(/host +=.*/g)?.map((line) => line.replace(/ +/g, " "))),
            new Set(['host = "tcp://engine-reader:2375"']),
        );
    });

    it("knows a container again after a restart, and keeps its name out of the labels", () => {
        const kept = block('discovery.relabel "containers"');
        assert.ok(kept.includes('regex  = "__meta_docker_container_id|component|container"'), kept);
        assert.ok(block('loki.process "shipped"').includes('stage.label_drop {\n\t\tvalues = ["container"]'));
    });

    it("counts nginx's lines under the names that alerts ask for, past Loki", () => {
        const figures = block('loki.process "figures"');
        const names = [...figures.matchAll(/name +=.*"(.*)"\n\t+prefix +=.*"(.*)"/g)].map(
            ([, name, prefix]) => `${prefix}${name}`,
        );
        const asked = seen["log-collector"].filter((name) => name.startsWith("front_"));
        for (const name of asked) assert.ok(names.includes(name.replace(/_(bucket|count)$/, "")), name);
        assert.equal(names.length, 3);
        assert.ok(block('discovery.relabel "front"').includes('"balancer-server"'));
        assert.ok(figures.includes("forward_to = []"));
        assert.ok(!text.includes('loki.source.docker "front" {\n\tlabels'));
    });

    it("reads what nginx writes", () => {
        const [, format = ""] = /log_format front escape=json '(.*)';/.exec(frontConfiguration(inClear)) ?? [];
        const line = JSON.parse(format.replace(/:\$\w+/g, ":0"));
        const [, read = ""] = /expressions = \{(.*)\}/.exec(text) ?? [];
        const fields = read.split(", ").map((each) => each.split(" ")[0] ?? "");
        assert.deepEqual(fields, ["service", "status", "seconds"]);
        for (const field of fields) assert.ok(field in line, field);
    });

    it("has the objective among the limits of its histogram", () => {
        const buckets = (latency: number): readonly number[] => {
            const objectives = { ...everything().objectives, latency: toSeconds(latency) };
            const [, list = ""] =
                /buckets +=\s*\[(.*)\]/.exec(logCollectorConfiguration({ ...everything(), objectives })) ?? [];
            return list.split(", ").map(Number);
        };
        assert.ok(buckets(0.8).includes(0.8));
        for (const latency of [0.01, 0.8, 1, 60]) {
            const limits = buckets(latency);
            assert.deepEqual(
                limits,
                [...new Set(limits)].sort((a, b) => a - b),
            );
        }
    });

    it("lets no component drown the others, and does not hold up all lines for what is over Loki's limits", () => {
        const limit = block('loki.process "shipped"');
        const [, rate, burst] =
            /rate += ([0-9.]+)\n\t\tburst += (\d+)\n\t\tdrop += true\n\t\tby_label_name = "component"/.exec(limit) ??
            [];
        // Half of a month's budget, where a line has 256 bytes.
        const month = (Number(rate) * 30 * 86400 + Number(burst)) * 256;
        assert.ok(month > 7.4e9 && month < 7.8e9, String(month));
        assert.match(block('loki.write "loki"'), /retry_on_http_429 += false/);
    });

    it("counts nothing where there is no front", () => {
        const without = logCollectorConfiguration(least());
        assert.ok(!without.includes("figures") && !without.includes("front"));
        assert.ok(without.includes('loki.source.docker "containers"'));
    });
});
