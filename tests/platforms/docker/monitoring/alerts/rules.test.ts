import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Tier, tiers } from "../../../../../environment/tier";
import { alertRules } from "../../../../../platforms/docker/monitoring/alerts";
import type { Monitored } from "../../../../../platforms/docker/monitoring/description";
import { everything, least } from "../environments";
import { namesIn, unknownIn } from "../series";

interface Rule {
    readonly alert: string;
    readonly expr: string;
    readonly for?: string;
    readonly keep_firing_for: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
}
interface Group {
    readonly name: string;
    readonly rules: readonly Rule[];
}
const groupsOf = (monitored: Monitored): readonly Group[] => parse(alertRules(monitored)).groups;
const rulesOf = (monitored: Monitored): readonly Rule[] => groupsOf(monitored).flatMap(({ rules }) => rules);
const rule = (monitored: Monitored, alert: string, condition: string): Rule => {
    const [found, ...others] = rulesOf(monitored).filter(
        (each) => each.alert === alert && each.labels.condition === condition,
    );
    assert.ok(found !== undefined && others.length === 0, `${alert}: ${condition}`);
    return found;
};

describe("alerts on a Docker host", () => {
    it("ORB-16 ask for nothing that no program tells", () => {
        for (const { alert, labels, expr } of rulesOf(everything())) {
            assert.ok(namesIn(expr).length > 0, `${alert} ${labels.condition} asks for nothing: ${expr}`);
            assert.deepEqual(unknownIn(expr), [], `${alert} ${labels.condition}: ${expr}`);
        }
    });

    it("each say what is so, what it means, what to do, and where more stands", () => {
        const page = readFileSync("docs/operating.md", "utf8");
        for (const { alert, annotations } of rulesOf(everything())) {
            for (const key of ["summary", "message", "description", "steps"])
                assert.ok((annotations[key] ?? "").length > 10, `${alert}: ${key}`);
            assert.equal(annotations.runbook, `docs/operating.md#${alert}`);
            assert.match(page, new RegExp(`^### ${alert}$`, "m"), `docs/operating.md has no place for ${alert}`);
            assert.match(annotations.steps ?? "", /^1\. /);
        }
    });

    it("leave braces of commands as they are", () => {
        const { steps = "" } = rule(everything(), "containers", "unhealthy").annotations;
        assert.ok(steps.includes('{{ "{{" }}json .State.Health}}'), steps);
    });

    it("are told apart by their name and condition", () => {
        const all = rulesOf(everything()).map(({ alert, labels }) => `${alert} ${labels.condition}`);
        assert.equal(new Set(all).size, all.length);
    });

    it("are as severe as the tier and the urgency have it", () => {
        const of = (tier: Tier) => [
            rule(everything(tier), "errors", "share").labels.severity,
            rule(everything(tier), "jobs", "exit-code").labels.severity,
        ];
        assert.deepEqual(Object.fromEntries(tiers.map((tier) => [tier, of(tier)])), {
            sandbox: ["warning", "warning"],
            "pre-production": ["error", "warning"],
            production: ["critical", "error"],
            shared: ["error", "warning"],
        });
        for (const { labels } of rulesOf(everything())) assert.match(labels.urgent ?? "", /^(true|false)$/);
    });

    it("wait as long as the tier has patience, and a sandbox is left alone", () => {
        const waits = (tier: Tier) => rule(everything(tier), "containers", "unhealthy").for;
        assert.deepEqual(tiers.map(waits), ["15m", "10m", "5m", "10m"]);
        assert.ok(rule(everything(), "errors", "share").expr.includes("[5m]"));
        assert.ok(rule(everything("pre-production"), "errors", "share").expr.includes("[10m]"));
        const subjects = (monitored: Monitored) => groupsOf(monitored).map(({ name }) => name);
        assert.deepEqual(subjects(everything("sandbox")), ["errors", "containers", "jobs", "host"]);
        assert.deepEqual(subjects(everything("pre-production")), [
            "errors",
            "latency",
            "uptime",
            "certificates",
            "capacity",
            "containers",
            "database",
            "redis",
            "backups",
            "jobs",
            "host",
            "logs",
            "targets",
        ]);
        assert.deepEqual(
            subjects(everything()).filter((name) => !subjects(everything("pre-production")).includes(name)),
            ["objectives"],
        );
    });

    it("are of what there is", () => {
        const subjects = groupsOf(least("production")).map(({ name }) => name);
        assert.deepEqual(subjects, ["capacity", "containers", "host", "logs", "targets"]);
        assert.ok(!rulesOf(least("production")).some(({ labels }) => labels.condition === "mails"));
        const missing = rule(everything(), "containers", "missing").expr;
        for (const component of ["balancer-server", "api-container-2", "gateway-container-1", "database-server"])
            assert.ok(missing.includes(`component="${component}"`), component);
    });

    it("hold the API to its objective, and the gateway to none: to it a request is a call", () => {
        const { expr } = rule(everything(), "latency", "percentile");
        assert.ok(expr.includes('service="api"') && expr.includes("> 0.8 "), expr);
        assert.equal(rulesOf(everything()).filter(({ alert }) => alert === "latency").length, 1);
    });

    it("burn at the pace that is allowed, over a long and a short time", () => {
        const fast = rule(everything(), "objective-fast", "burn-rate").expr;
        const slow = rule(everything(), "objective-slow", "burn-rate").expr;
        assert.deepEqual(
            [fast, slow].map((expr) => expr.match(/> 0\.0\d+/g)),
            [
                ["> 0.05", "> 0.05"],
                ["> 0.01", "> 0.01"],
            ],
        );
        assert.deepEqual(
            [fast, slow].map((expr) => [...new Set(expr.match(/\[\w+\]/g))]),
            [
                ["[1h]", "[5m]"],
                ["[24h]", "[2h]"],
            ],
        );
    });

    it("leave backups to the alert on backups, and a failed run on a schedule to the one on jobs", () => {
        const left = 'component!~"database-dumps-backup-container|database-dumps-shipper-container|seed-load"';
        assert.ok(rule(everything(), "containers", "unhealthy").expr.includes(left));
        assert.equal(rule(everything(), "jobs", "schedule").labels.urgent, "false");
        const without = { ...everything(), database: undefined, schedules: [] };
        assert.ok(!rule(without, "containers", "unhealthy").expr.includes("component!~"));
    });
});
