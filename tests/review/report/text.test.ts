import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import type { Review } from "../../../review/plan";
import type { Terminal } from "../../../review/report/terminal";
import { textReport } from "../../../review/report/text";
import { widthOf } from "../../../review/report/text/width";
import { production, review, StackFixture, sandbox, toSupply, violation } from "../fixtures";

const wide: Terminal = { columns: 100, colour: false, unicode: true };
const lines = (found: Review, terminal = wide, options = {}) => textReport(found, terminal, options).split("\n");
const holds = (found: Review, ...expected: string[]) => {
    const text = textReport(found, wide);
    for (const part of expected) assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
};

const faulty: Review["errors"] = [
    {
        stack: "staging",
        file: "Pulumi.staging.yaml",
        line: 14,
        key: "ringfence:integrations.salesforce.access",
        message: '"write" is for production only, this stack is pre-production',
        repair: "write read, sandbox or none",
    },
    { stack: "staging", message: "the program failed: TypeError: no", repair: "correct the program" },
];

describe("The text report", () => {
    it("tells of a sandbox what it is, what it is made of and what somebody must supply", () => {
        assert.deepEqual(lines(review([sandbox().plan({ outputs: toSupply })])), [
            "beta  sandbox · Google Cloud acme-beta · europe-west2 · release r0",
            "├─ vault     1 secret",
            "├─ database  Firestore in europe-west2 · 1 resource",
            "└─ api       voice-api-beta, 0–1 instances, 20 at once each, 60 s, public · 2 resources",
            "",
            "  Secrets that somebody must supply (1)",
            "  beta-vonage-private-key · VONAGE_PRIVATE_KEY of api",
            "      Signs the calls · from the Vonage dashboard",
            "",
            "Not seen here, for no cloud was asked: what a provider's API would refuse, and how far what exists",
            "has drifted. `pulumi preview` shows both.",
            "The fence holds: 1 stack, 4 resources, 34 rules, no advisories, in 1.1 s, without a cloud account.",
            "",
        ]);
    });

    it("tells of production what its parts can do", () => {
        holds(
            review([production().plan()]),
            "PostgreSQL 16, 2 CPU, 7.5 GiB, 20 GB disk, regional, 1 replica, 7 backups,",
            "Redis 7.2, 1 GiB, with a standby, TLS, password · 3 resources",
            "2 instances, 20 at once each, 60 s, not public · 1 resource",
            "api.example.com, voice.example.com (not proxied) · 2 resources",
            "(by itself)  files kept 365 days, locked for ever",
        );
    });

    it("follows what flows into workloads, through the vault, to where it is made", () => {
        const text = lines(review([production().plan()]));
        const start = text.indexOf("  What flows where");
        assert.deepEqual(text.slice(start, start + 6), [
            "  What flows where",
            "  api           DATABASE_URL ← database generated password, database/server private address",
            "                JWT_SECRET ← a generated value",
            "                SEALED ← the stack file, encrypted",
            "  api, gateway  REDIS_URL ← redis password, address",
            "  gateway       API_HOST ← api address",
        ]);
    });

    it("never shows the literal of a secret", () => {
        assert.ok(!textReport(review([production().plan()]), wide, { verbose: true }).includes("hunter2"));
    });

    it("calls a service public however it was opened to everybody", () => {
        const opened: [string, Record<string, Value>][] = [
            ["ServiceIamBinding", { name: "voice", members: ["allUsers"] }],
            ["ServiceIamPolicy", { name: "voice", policyData: '{"bindings":[{"members":["allUsers"]}]}' }],
            ["ServiceIamMember", { name: "voice", member: "allAuthenticatedUsers" }],
            ["ServiceIamMember", { name: "other", member: "allUsers" }],
        ];
        const said = opened.map(([type, inputs]) => {
            const stack = new StackFixture("beta", "sandbox");
            stack.resource("gcp:cloudrunv2/service:Service", "voice", undefined, { inputs: { name: "voice" } });
            stack.resource(`gcp:cloudrunv2/s${type.slice(1)}:${type}`, "opened", undefined, { inputs });
            return /(not )?public/.exec(textReport(review([stack.plan()]), wide))?.[0];
        });
        assert.deepEqual(said, ["public", "public", "public", "not public"]);
    });

    it("lists each resource where everything is asked for", () => {
        const text = textReport(review([production().plan()]), wide, { verbose: true });
        assert.match(text, /│ {4}server +gcp:sql\/databaseInstance:DatabaseInstance, protected\n/);
        assert.match(text, /legacy +gcp:compute\/network:Network, read only, managed elsewhere\n/);
    });

    it("names the rule, the resource, the message, the repair and the requirements of a violation, mandatory ones first", () => {
        const advisory = violation({ policy: "backups-kept", level: "advisory", severity: "medium", requirements: [] });
        const text = lines(review([sandbox().plan({ violations: [advisory, violation()] })]));
        const start = text.indexOf("  Broken rules, which stop a deployment (1)");
        assert.deepEqual(text.slice(start, start + 8), [
            "  Broken rules, which stop a deployment (1)",
            "  ✗ salesforce-write-in-production-only (critical, guards MVA-5)",
            "      api/service: SF_ACCESS may write to the live Salesforce organisation, which only production",
            "      may.",
            "      → Use the Salesforce sandbox.",
            "",
            "  Advisories (1)",
            "  ! backups-kept (medium)",
        ]);
        assert.equal(
            text.at(-2),
            "The fence is broken in beta: 1 mandatory violation (salesforce-write-in-production-only).",
        );
    });

    it("shows a few findings of a rule that finds many, and how many there are", () => {
        const many = Array.from({ length: 12 }, (_, index) => violation({ message: `Finding ${index}.` }));
        const found = review([sandbox().plan({ violations: many })]);
        holds(found, "Finding 3.", "and 8 resources more; --verbose lists all");
        assert.ok(!textReport(found, wide).includes("Finding 4."));
        assert.ok(textReport(found, wide, { verbose: true }).includes("Finding 11."));
    });

    it("says of a fault where it is, what it is and what to do", () => {
        const text = lines(review([], { errors: faulty }));
        assert.deepEqual(text, [
            "staging could not be planned (2)",
            "  ✗ Pulumi.staging.yaml:14 ringfence:integrations.salesforce.access",
            '      "write" is for production only, this stack is pre-production',
            "      → write read, sandbox or none",
            "  ✗ the program failed: TypeError: no",
            "    → correct the program",
            "",
            "staging could not be planned: 2 faults.",
            "",
        ]);
    });

    it("says first what there is of several stacks, in the order of their tiers", () => {
        const found = review([production().plan(), sandbox().plan({ violations: [violation()] })], { errors: faulty });
        assert.deepEqual(lines(found).slice(0, 5), [
            "Stack     Tier         Resources   Secrets to supply   Rules",
            "beta      sandbox              4                   1   1 broken",
            "main      production          22                   2   kept",
            "staging                                                could not be planned",
            "",
        ]);
        assert.deepEqual(lines(found).slice(-3, -1), [
            "staging could not be planned: 2 faults. The fence is broken in beta: 1 mandatory violation",
            "(salesforce-write-in-production-only).",
        ]);
    });

    it("shows what lies between the environments: breaches, and what is shared on purpose", () => {
        const main = production().plan();
        const server = main.resources.find(({ facts }) => facts.name === "main-database-server")?.facts.urn ?? "";
        const isolation = {
            violations: [
                { rule: "separate-databases", stacks: ["beta", "main"], resources: [server], message: "beta reads it" },
            ],
            shared: [{ resource: `image a@sha256:${"0".repeat(64)}`, stacks: ["beta", "main"], why: "promoted" }],
        };
        holds(
            review([sandbox().plan(), main], { isolation }),
            "Between the environments (1)\n  ✗ separate-databases (beta, main)\n      beta reads it\n      main: database/server\n",
            "  · image a@sha256:000000000000… (beta, main): promoted\n",
            "The fence is broken between beta and main: 1 breach (separate-databases).",
        );
    });

    it("says of a stack without resources that it has none", () => {
        holds(
            review([new StackFixture("empty", "sandbox").plan()]),
            "The program makes no resources.",
            "1 stack, 0 resources",
        );
    });

    it("passes on what the run noted", () => {
        holds(review([sandbox().plan({ notes: ["a value was cut"] })]), "  Notes\n  · a value was cut\n");
    });

    for (const columns of [40, 60, 100, 140])
        it(`fits ${columns} columns`, () => {
            const isolation = {
                violations: [],
                shared: [{ resource: "zone", stacks: ["beta"], why: "why ".repeat(40) }],
            };
            const plans = [
                production().plan({ notes: ["一".repeat(200)] }),
                sandbox().plan({ violations: [violation()] }),
            ];
            const found = review(plans, { errors: faulty, isolation });
            for (const unicode of [true, false])
                for (const verbose of [true, false])
                    for (const line of lines(found, { columns, colour: false, unicode }, { verbose }))
                        assert.ok(widthOf(line) <= columns, `${widthOf(line)}: ${line}`);
        });

    it("writes ASCII only where the terminal has no more", () => {
        const plans = [production().plan(), sandbox().plan({ violations: [violation({ message: "“1 – 2” ≥ …" })] })];
        const text = textReport(review(plans), { ...wide, unicode: false });
        assert.match(text, /^[\x20-\x7e\n]*$/);
        assert.ok(text.includes('"1 - 2" >= ...'));
    });

    it("colours only on demand, and says the same without", () => {
        const found = review([sandbox().plan({ violations: [violation()] })], { errors: faulty });
        const coloured = textReport(found, { ...wide, colour: true });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
        assert.equal(coloured.replace(/\u001b\[\d+m/g, ""), textReport(found, wide));
        assert.ok(coloured.includes("\u001b[31m"));
    });

    it("lets no control sequence of a plan through to the terminal", () => {
        const text = textReport(review([sandbox().plan({ notes: ["\u001b[2Jgone\u0007 \u202edlrow\rback"] })]), wide);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        assert.ok(!/[\u0000-\u0009\u000b-\u001f\u202e]/.test(text));
    });
});
