import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "../../policy/evaluate";
import { Partial, type Value } from "../../policy/facts";
import { rules } from "../../policy/rules";
import { preProduction, production, sandbox, shared } from "./environments";
import { prefix, resource, scope } from "./facts-builders";
import { registry } from "./registry";
import { beforeItExists, onceItExists } from "./views-of-a-stack";

const environments = [sandbox(), preProduction(), production(), shared()];

/** Types that views read, and one that none does. */
const types = [
    "gcp:cloudrunv2/service:Service",
    "gcp:cloudrunv2/job:Job",
    "gcp:cloudrunv2/workerPool:WorkerPool",
    "gcp:cloudrun/service:Service",
    "gcp:cloudfunctionsv2/function:Function",
    "gcp:sql/databaseInstance:DatabaseInstance",
    "gcp:firestore/database:Database",
    "gcp:firestore/backupSchedule:BackupSchedule",
    "gcp:alloydb/cluster:Cluster",
    "gcp:redis/instance:Instance",
    "gcp:secretmanager/secretVersion:SecretVersion",
    "gcp:projects/iAMBinding:IAMBinding",
    "gcp:compute/firewall:Firewall",
    "cloudflare:index/workersScript:WorkersScript",
    "cloudflare:index/dnsRecord:DnsRecord",
    "cloudflare:index/zoneSetting:ZoneSetting",
    "cloudflare:index/ruleset:Ruleset",
    "cloudflare:index/pageRule:PageRule",
    "docker:index/container:Container",
    "kubernetes:apps/v1:Deployment",
    "kubernetes:core/v1:Secret",
    "acme:index/thing:Thing",
];

/** Keys that views look for, so that what is found under them is of the wrong type as often as not. */
const keys = (
    "template containers envs env name value valueSource secretKeyRef secret scaling volumes cloudSqlInstance instances settings " +
    "ipConfiguration backupConfiguration labels members member role policyData project bindings spec metadata data content " +
    "allows ports sourceRanges networksAdvanced serviceAccount timeout automatedBackupPolicy SF_ACCESS DATABASE_URL type " +
    "zoneId settingId rules action actionParameters expression target actions proxied ttl"
).split(" ");

const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
        "projects/acme-voice-main/secrets/x",
        "postgresql://a:b@10.0.0.1/x",
        "https://acme.my.salesforce.com",
        "://@:",
        "gs://",
        "A=",
        "=",
    ),
);
const unknowns = fc
    .array(fc.oneof(text, fc.record({ urn: fc.constantFrom("", "urn", `${prefix(preProduction())}a:b/c:D::e`) })))
    .map((parts) => new Partial(parts));
const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 5, depthSize: "small" },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        unknowns,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 4 }),
    ),
}));
const inputs = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 });

describe("whatever a resource's inputs are", () => {
    it("no rule throws, and every finding is about a resource that is there", () => {
        fc.assert(
            fc.property(
                fc.constantFrom(...environments),
                fc.array(fc.tuple(fc.constantFrom(...types), inputs), { minLength: 1, maxLength: 4 }),
                fc.boolean(),
                (environment, described, complete) => {
                    const resources = described.map(([type, given], index) =>
                        resource(environment, type, `r${index}`, given),
                    );
                    const urns = new Set(resources.map(({ urn }) => urn));
                    for (const { urn, message } of evaluate(rules, { ...scope(environment, resources), complete })) {
                        assert.ok(urns.has(urn), urn);
                        assert.match(message, /^[A-Z"a-z][^\n]*\.$/s);
                    }
                },
            ),
            { numRuns: 400 },
        );
    });
});

describe("messages", () => {
    it("never repeat a value that may be a secret", () => {
        for (const { cases } of registry.values()) {
            for (const { scope: stack } of cases) {
                for (const { message } of evaluate(rules, stack)) assert.doesNotMatch(message, /hunter2|AIza|MIIE/);
            }
        }
    });

    it("are the same sentence however often the rules run", () => {
        for (const { cases } of registry.values()) {
            for (const { scope: stack } of cases) assert.deepEqual(evaluate(rules, stack), evaluate(rules, stack));
        }
    });
});

describe("a stack that an engine knows less of", () => {
    it("is refused where the preview refuses it for a value that comes from elsewhere", () => {
        for (const [name, { rule, cases }] of registry) {
            if (rule.kind !== "isolation") continue;
            for (const { title, platform, scope: stack, finds } of cases) {
                if (finds === undefined || !/stack's|only read|from another stack/.test(title)) continue;
                for (const seen of [beforeItExists(stack), onceItExists(stack)]) {
                    const others = evaluate(
                        rules.filter(({ kind }) => kind === "isolation"),
                        seen,
                    );
                    assert.ok(others.length > 0, `${name}: ${title} (${platform})`);
                }
            }
        }
    });
});
