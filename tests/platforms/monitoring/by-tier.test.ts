import { strict as assert } from "node:assert";
import { tiers } from "../../../environment/tier";
import {
    patienceOf,
    reminderOf,
    type Severity,
    type Subject,
    severityOf,
    uptimePeriod,
} from "../../../platforms/monitoring/by-tier";

const subjects: readonly Subject[] = [
    "errors",
    "jobs",
    "rotation",
    "uptime",
    "certificates",
    "balancer",
    "latency",
    "capacity",
    "database",
    "backups",
    "redis",
    "replicas",
    "objectives",
    "containers",
    "host",
    "targets",
    "logs",
];

describe("what is watched in which tier", () => {
    it("grows with what is at stake: production looks at everything, and is the first to tell", () => {
        for (const subject of subjects) {
            const [sandbox, preProduction, production] = (["sandbox", "pre-production", "production"] as const).map(
                (tier) => patienceOf(tier, subject),
            );
            assert.ok(production !== undefined && production >= 120, subject);
            assert.ok(preProduction === undefined || preProduction >= production, subject);
            assert.ok(sandbox === undefined || (preProduction !== undefined && sandbox >= preProduction), subject);
        }
    });

    it("is the same for what several environments lean on as before production", () => {
        for (const subject of subjects)
            assert.equal(patienceOf("shared", subject), patienceOf("pre-production", subject), subject);
    });

    it("is told of as urgently as the tier deserves, and repeated in production alone", () => {
        const severities = tiers.map((tier): [Severity, Severity] => [severityOf(tier, true), severityOf(tier, false)]);
        assert.deepEqual(Object.fromEntries(tiers.map((tier, index) => [tier, severities[index]])), {
            sandbox: ["WARNING", "WARNING"],
            "pre-production": ["ERROR", "WARNING"],
            production: ["CRITICAL", "ERROR"],
            shared: ["ERROR", "WARNING"],
        });
        assert.deepEqual(
            tiers.filter((tier) => reminderOf(tier, true) !== undefined),
            ["production"],
        );
        assert.equal(reminderOf("production", false), undefined);
        assert.deepEqual([uptimePeriod("production"), uptimePeriod("sandbox")], [60, 300]);
    });
});
