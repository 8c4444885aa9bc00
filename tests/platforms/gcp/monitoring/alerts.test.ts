import { strict as assert } from "node:assert";
import { named, type Registered } from "../../engine";
import { everything, planWatch, policies, servicesAlone, subjects } from "./watch-args";

/** Metrics by kind, and which aligners Google takes for each: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#Aligner */
const deltas =
    /request_count|completed_execution_count|finished_execution_count|reject_connections_count|request_latencies/;
const alignersOf = (filter: string): readonly string[] => {
    if (/check_passed|time_until_ssl/.test(filter)) return ["ALIGN_NEXT_OLDER"];
    return deltas.test(filter) ? ["ALIGN_DELTA", "ALIGN_RATE"] : ["ALIGN_MEAN", "ALIGN_MAX"];
};
const thresholds = (resources: readonly Registered[]) =>
    policies(resources).flatMap(({ name, inputs }) =>
        // biome-ignore lint/suspicious/noExplicitAny: a provider's inputs have no type of their own here.
        inputs.conditions.flatMap(({ conditionThreshold }: any) =>
            conditionThreshold === undefined ? [] : [{ name, ...conditionThreshold }],
        ),
    );

describe("alerts", () => {
    it("ACG-14 grow with what is at stake", async () => {
        assert.deepEqual(subjects(await planWatch("sandbox")), ["errors", "jobs", "rotation", "rotation-workflow"]);
        const preProduction = [
            "backups",
            "balancer",
            "balancer-certificates",
            "capacity",
            "certificates",
            "database",
            "errors",
            "jobs",
            "latency",
            "redis",
            "rotation",
            "rotation-workflow",
            "uptime",
        ];
        assert.deepEqual(subjects(await planWatch("pre-production")), preProduction);
        assert.deepEqual(
            subjects(await planWatch("production")),
            [...preProduction, "objective-fast", "objective-slow", "replicas"].sort(),
        );
    });

    it("are made for what is there, and for nothing else", async () => {
        assert.deepEqual(subjects(await planWatch("production", {}, servicesAlone)), [
            "capacity",
            "errors",
            "latency",
            "objective-fast",
            "objective-slow",
        ]);
        const firestore = await planWatch("production", { database: { engine: "firestore" } }, servicesAlone);
        assert.ok(!subjects(firestore).some((subject) => /database|backups|replicas/.test(subject)));
        const without = { engine: "postgresql", maxConnections: 100, replicas: 0, backups: false } as const;
        const alone = subjects(await planWatch("production", { database: without }, servicesAlone));
        assert.deepEqual(
            alone.filter((subject) => /database|backups|replicas/.test(subject)),
            ["database"],
        );
    });

    it("name both metric and resource, and align as the metric's kind allows", async () => {
        const all = thresholds(await planWatch("production")).filter(({ filter }) => !filter.startsWith("select_slo"));
        assert.ok(all.length > 12);
        for (const { name, filter, denominatorFilter, aggregations, denominatorAggregations, duration } of all) {
            for (const each of [filter, ...(denominatorFilter === undefined ? [] : [denominatorFilter])])
                assert.match(each, /^resource\.type = "[\w./]+" AND metric\.type = "[\w./]+"/, name);
            assert.ok(alignersOf(filter).includes(aggregations[0].perSeriesAligner), `${name}: ${filter}`);
            assert.equal(denominatorAggregations === undefined, denominatorFilter === undefined, name);
            const seconds = Number.parseInt(aggregations[0].alignmentPeriod, 10);
            assert.ok(seconds >= 60 && seconds % 60 === 0, name);
            assert.equal(Number.parseInt(duration, 10) % 60, 0, name);
        }
    });

    it("look at the API's latency, never at the gateway's, where it is the length of a call", async () => {
        const latencies = thresholds(await planWatch("production")).filter(({ filter }) =>
            filter.includes("latencies"),
        );
        assert.equal(latencies.length, 1);
        assert.match(latencies[0].filter, /service_name = "api-dev"/);
        assert.equal(latencies[0].thresholdValue, 800);
        assert.equal(latencies[0].aggregations[0].crossSeriesReducer, "REDUCE_PERCENTILE_95");
    });

    it("compare errors with all requests of the same service", async () => {
        const { conditions } = named(await planWatch("sandbox"), "watch-errors").inputs;
        const { filter, denominatorFilter, thresholdValue, aggregations } = conditions[0].conditionThreshold;
        assert.equal(filter, `${denominatorFilter} AND metric.labels.response_code_class = "5xx"`);
        assert.equal(thresholdValue, 0.02);
        assert.deepEqual(aggregations[0].groupByFields, ["resource.label.service_name"]);
    });

    it("do not call it news that a service with a fixed number of instances runs them all", async () => {
        const { conditions } = named(await planWatch("production"), "watch-capacity").inputs;
        assert.deepEqual(
            // biome-ignore lint/suspicious/noExplicitAny: a provider's inputs have no type of their own here.
            conditions.map((each: any) => [each.displayName, each.conditionThreshold.thresholdValue]),
            [
                ["api-dev runs 4 instances", 3.5],
                ["gateway-dev runs 4 instances", 3.5],
            ],
        );
        const services = everything.services.filter(({ role }) => role === "web");
        assert.ok(!subjects(await planWatch("production", { services })).includes("capacity"));
    });

    it("tell of connections at 80 % of what the server allows", async () => {
        const database = thresholds(await planWatch("pre-production")).find(({ filter }) =>
            filter.includes("num_backends"),
        );
        assert.equal(database?.thresholdValue, 160);
    });

    it("limit how often a log is told of, which Google demands, and remind of nothing that is logged", async () => {
        for (const { name, inputs } of policies(await planWatch("production"))) {
            const logged = inputs.conditions[0].conditionMatchedLog !== undefined;
            assert.equal(inputs.alertStrategy.notificationRateLimit !== undefined, logged, name);
            if (logged) {
                assert.equal(inputs.conditions.length, 1, name);
                assert.equal(inputs.alertStrategy.notificationChannelStrategies, undefined, name);
            }
            assert.ok(inputs.conditions.length >= 1 && inputs.conditions.length <= 6, name);
        }
    });

    it("ORB-11 tell which secret is to be renewed and how", async () => {
        const { conditions, documentation } = named(await planWatch("sandbox"), "watch-rotation").inputs;
        const { filter, labelExtractors } = conditions[0].conditionMatchedLog;
        assert.match(filter, /jsonPayload\.event=\("secret-rotation-due" OR "secret-rotation-failed"\)/);
        for (const label of Object.keys(labelExtractors))
            assert.ok(documentation.content.includes(`\${log.extracted_label.${label}}`), label);
    });

    it("remind of what is urgent in production until it is over, and are never so severe below it", async () => {
        const urgent = named(await planWatch("production"), "watch-uptime").inputs;
        assert.equal(urgent.severity, "CRITICAL");
        const [strategy] = urgent.alertStrategy.notificationChannelStrategies;
        assert.equal(strategy.renotifyInterval, "3600s");
        assert.deepEqual(strategy.notificationChannelNames, urgent.notificationChannels);
        for (const { inputs } of policies(await planWatch("pre-production"))) {
            assert.notEqual(inputs.severity, "CRITICAL");
            assert.equal(inputs.alertStrategy.notificationChannelStrategies, undefined);
        }
        for (const { inputs } of policies(await planWatch("sandbox"))) assert.equal(inputs.severity, "WARNING");
    });

    it("look sooner in production than below", async () => {
        const window = async (tier: "sandbox" | "pre-production" | "production") =>
            Number.parseInt(
                named(await planWatch(tier), "watch-errors").inputs.conditions[0].conditionThreshold.aggregations[0]
                    .alignmentPeriod,
                10,
            );
        assert.deepEqual(
            [await window("sandbox"), await window("pre-production"), await window("production")],
            [900, 600, 300],
        );
    });

    it("say what they mean and what to do, in less than Google's 8,192 characters, with the runbook's heading", async () => {
        for (const { name, inputs } of policies(await planWatch("production"))) {
            const { content, subject } = inputs.documentation;
            assert.match(content, /\n\n1\. .+/, name);
            assert.match(content, new RegExp(`docs/operating\\.md#${name.replace("watch-", "")}\``), name);
            assert.ok(content.length < 8192, name);
            assert.match(subject, /^\[dev\] /, name);
        }
    });
});
