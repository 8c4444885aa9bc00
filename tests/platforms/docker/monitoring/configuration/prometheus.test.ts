import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { tiers } from "../../../../../environment/tier";
import { alertRules } from "../../../../../platforms/docker/monitoring/alerts";
import { prometheusConfiguration } from "../../../../../platforms/docker/monitoring/configuration/prometheus";
import type { Monitored } from "../../../../../platforms/docker/monitoring/description";
import { configurationFiles } from "../../../../../platforms/docker/monitoring/places";
import { describeWith } from "../../front/tools";
import { everything, least } from "../environments";
import { seen } from "../series";
import { missing, program } from "../tools";

interface Job {
    readonly job_name: string;
    readonly static_configs: readonly { readonly targets: readonly string[] }[];
    readonly relabel_configs: readonly Readonly<Record<string, unknown>>[];
    readonly metric_relabel_configs?: readonly Readonly<Record<string, string>>[];
    readonly params?: Readonly<Record<string, readonly string[]>>;
}
const read = (monitored: Monitored) => parse(prometheusConfiguration(monitored));
const jobs = (monitored: Monitored): readonly Job[] => read(monitored).scrape_configs;
const job = (monitored: Monitored, name: string): Job => {
    const found = jobs(monitored).find(({ job_name }) => job_name === name);
    assert.ok(found, name);
    return found;
};

describe("Prometheus' configuration", () => {
    it("ORB-16 measures host, containers, PostgreSQL, Redis and nginx, and the monitoring itself", () => {
        assert.deepEqual(
            jobs(everything()).map(({ job_name, static_configs }) => [job_name, static_configs[0]?.targets[0]]),
            [
                ["prometheus", "prometheus:9090"],
                ["alertmanager", "alertmanager:9093"],
                ["grafana", "grafana:3000"],
                ["loki", "loki:3100"],
                ["log-collector", "log-collector:12345"],
                ["host-exporter", "host-exporter:9100"],
                ["postgres-exporter", "postgres-exporter:9187"],
                ["redis-exporter", "redis-exporter:9121"],
                ["front-exporter", "front-exporter:9113"],
                ["probe-exporter", "probe-exporter:9115"],
                ["container-exporter", "container-exporter:9273"],
                ["probes", "https://api.example.com/health"],
            ],
        );
        for (const name of Object.keys(seen)) job(everything(), name);
    });

    it("measures what there is and nothing else", () => {
        assert.deepEqual(
            jobs(least()).map(({ job_name }) => job_name),
            ["prometheus", "grafana", "loki", "log-collector", "host-exporter", "container-exporter"],
        );
        assert.equal(read(least()).alerting, undefined);
        assert.deepEqual(read(everything()).alerting.alertmanagers[0].static_configs[0].targets, ["alertmanager:9093"]);
    });

    it("asks public addresses where somebody would be told of it", () => {
        const asking = tiers.filter((tier) => jobs(everything(tier)).some(({ job_name }) => job_name === "probes"));
        assert.deepEqual(asking, ["pre-production", "production", "shared"]);
        const probes = job(everything(), "probes");
        assert.deepEqual(probes.params, { module: ["answers_well"] });
        assert.deepEqual(
            probes.static_configs.flatMap(({ targets }) => targets),
            ["https://api.example.com/health", "https://voice.example.com/health"],
        );
        assert.equal(probes.relabel_configs.at(-1)?.replacement, "probe-exporter:9115");
    });

    it("keeps what is said of the environment's own containers, and nothing of another's", () => {
        const { metric_relabel_configs: [keep, drop] = [] } = job(
            { ...everything(), project: "voice.uk" },
            "container-exporter",
        );
        assert.deepEqual([keep?.action, keep?.source_labels], ["keep", ["project", "environment"]]);
        const kept = new RegExp(`^(?:${keep?.regex})$`);
        for (const [labels, own] of [
            ["voice.uk/main", true],
            ["voice.uk/main2", false],
            ["voiceXuk/main", false],
            ["other/main", false],
            ["/", false],
        ] as const)
            assert.equal(kept.test(labels), own, labels);
        assert.deepEqual([drop?.action, drop?.regex], ["labeldrop", "project|environment"]);
    });

    it("says of every alert whose it is", () => {
        assert.deepEqual(read(everything()).global.external_labels, {
            project: "voice",
            environment: "main",
            tier: "production",
        });
        assert.deepEqual(read(everything()).rule_files, [configurationFiles.alertRules]);
    });
});

describeWith(missing("promtool"), "Prometheus' configuration in its own eyes", () => {
    for (const [title, monitored] of Object.entries({ everything: everything(), "the least": least() }))
        it(`has no fault with ${title} to watch`, () => {
            const folder = mkdtempSync(join(tmpdir(), "prometheus-"));
            const rules = join(folder, "alerts.yml");
            writeFileSync(rules, alertRules(monitored));
            const file = join(folder, "prometheus.yml");
            writeFileSync(file, prometheusConfiguration(monitored).replace(configurationFiles.alertRules, rules));
            const { status, stdout, stderr } = spawnSync(program("promtool") ?? "", ["check", "config", file], {
                encoding: "utf8",
            });
            rmSync(folder, { recursive: true });
            assert.equal(status, 0, `${stdout}${stderr}`);
        });
});
