import { strict as assert } from "node:assert";
import { atFault, type Document, mandatory, ofType, planOf, planWith, stackOf, theOnly } from "./plan";

const sink = "gcp:logging/projectSink:ProjectSink";
const logBucket = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const auditConfig = "gcp:projects/iAMAuditConfig:IAMAuditConfig";
const alertPolicy = "gcp:monitoring/alertPolicy:AlertPolicy";
const uptimeCheck = "gcp:monitoring/uptimeCheckConfig:UptimeCheckConfig";
const objective = "gcp:monitoring/slo:Slo";
const dashboard = "gcp:monitoring/dashboard:Dashboard";
const incidentChannel = "gcp:monitoring/notificationChannel:NotificationChannel";

describe("ACG, as far as the root stacks have it", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });

    for (const stack of ["staging", "main"]) {
        it(`ACG-10 keeps ${stack}'s audit logs for over a year, in its own project and region`, () => {
            const { inputs, urn } = theOnly(stackOf(plan, stack), logBucket);
            assert.equal(inputs.project, `mva-voice-${stack}`);
            assert.equal(inputs.location, "europe-west2");
            assert.equal(inputs.retentionDays, 400);
            assert.equal(inputs.deletionPolicy, "ABANDON", "it outlives a destroy");
            const { destination, filter } = theOnly(stackOf(plan, stack), sink).inputs;
            assert.equal(destination, `logging.googleapis.com/\${${urn}#id}`);
            for (const log of ["activity", "data_access", "system_event", "policy"])
                assert.ok(filter.includes(`cloudaudit.googleapis.com/${log}`), log);
        });

        it(`ACG-12 logs who read ${stack}'s secrets and used its database`, () => {
            const logged = Object.fromEntries(
                ofType(stackOf(plan, stack), auditConfig).map(({ inputs }) => [
                    inputs.service,
                    inputs.auditLogConfigs.map(({ logType }: { logType: string }) => logType),
                ]),
            );
            assert.ok(logged["secretmanager.googleapis.com"].includes("DATA_READ"));
            assert.deepEqual(logged["cloudsql.googleapis.com"], ["DATA_READ", "DATA_WRITE"]);
        });
    }

    it("ACG-10 refuses production that forgets within a year, or logs no accesses", async () => {
        const broken = async (instead: string) => {
            const document = await planWith("main", "logs: {}", instead);
            return stackOf(document, "main").violations.filter(({ policy }) => policy === "audit-logs-kept");
        };
        for (const instead of ["logs: { retention: 30d }", "logs: { dataAccess: false }"]) {
            const found = await broken(instead);
            assert.ok(found.length > 0, instead);
            for (const { level } of found) assert.equal(level, "mandatory", instead);
        }
    });

    const alertsOf = (stack: string): readonly string[] =>
        ofType(stackOf(plan, stack), alertPolicy).map(({ name }) => name.replace(`${stack}-monitoring-`, ""));
    const countOf = (stack: string, type: string): number => ofType(stackOf(plan, stack), type).length;

    it("ACG-14 watches more in staging than in beta, and more in main than in staging", () => {
        const [beta, staging, main] = [alertsOf("beta"), alertsOf("staging"), alertsOf("main")];
        for (const [less, more] of [
            [beta, staging],
            [staging, main],
        ] as const) {
            for (const alert of less) assert.ok(more.includes(alert), alert);
            assert.ok(more.length > less.length);
        }
        assert.ok(["errors", "jobs"].every((alert) => beta.includes(alert)));
        assert.ok(["uptime", "latency", "database", "redis", "backups"].every((alert) => staging.includes(alert)));
        assert.ok(["objective-fast", "objective-slow", "replicas"].every((alert) => main.includes(alert)));
        for (const stack of ["beta", "staging", "main"]) assert.equal(countOf(stack, dashboard), 1, stack);
    });

    it("ACG-14 tells somebody of every alert in every environment, and reminds day and night in main", () => {
        for (const stack of ["beta", "staging", "main"])
            for (const { name, inputs } of ofType(stackOf(plan, stack), alertPolicy)) {
                assert.ok(inputs.notificationChannels.length > 0, name);
                const urgent =
                    inputs.severity === "CRITICAL" && inputs.alertStrategy.notificationRateLimit === undefined;
                const reminds = inputs.alertStrategy.notificationChannelStrategies !== undefined;
                assert.equal(reminds, stack === "main" && urgent, name);
            }
    });

    it("ACG-14 asks every public host of staging and main from outside, and lets beta sleep", () => {
        assert.deepEqual(
            ["beta", "staging", "main"].map((stack) => countOf(stack, uptimeCheck)),
            [0, 3, 4],
        );
    });

    it("ACG-14 holds main to an objective, and gives an incident system its alerts, in main alone", () => {
        assert.deepEqual(
            ["beta", "staging", "main"].map((stack) => [
                countOf(stack, objective),
                ofType(stackOf(plan, stack), incidentChannel).filter(({ inputs }) => inputs.type === "pubsub").length,
            ]),
            [
                [0, 0],
                [0, 0],
                [3, 1],
            ],
        );
    });

    it("ACG-14 refuses production that nobody watches", async () => {
        const unwatched = await planWith(
            "main",
            "  ringfence:monitoring:\n    notify: [operator@mva.example]\n    incidents: true\n",
            "",
        );
        const broken = mandatory(stackOf(unwatched, "main")).filter(({ policy }) => policy === "watched");
        assert.ok(broken.some(({ message }) => message.includes("api.mva-voice.example")));
        assert.ok(broken.some(({ message }) => message.includes("voice-agent-main")));
        assert.ok(broken.some(({ message }) => message.includes("database")));
        assert.deepEqual(
            mandatory(stackOf(plan, "main")).filter(({ policy }) => /^(watched|alerts-notify)$/.test(policy)),
            [],
        );
    });

    it("ACG-11 refuses production whose secrets are never renewed", async () => {
        const unrotated = await planWith("main", "ringfence:rotation:", "other:rotation:");
        assert.equal(unrotated.stacks.main, undefined);
        assert.deepEqual(atFault(unrotated), [["main", "ringfence:rotation"]]);
    });

    it("ACG-11 says so of pre-production, and of each secret by its name", async () => {
        const unrotated = await planWith("staging", "ringfence:rotation:", "other:rotation:");
        const said = stackOf(unrotated, "staging").violations.filter(({ policy }) => policy === "secrets-rotated");
        assert.ok(said.length > 0);
        assert.ok(said.every(({ level }) => level === "advisory"));
        assert.ok(said.some(({ message }) => message.includes('"staging-vonage-private-key" is never due')));
        // Made of the server's address and password: it is renewed with them.
        assert.ok(!said.some(({ message }) => message.includes("staging-database-url")));
    });
});
