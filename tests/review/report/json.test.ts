import assert from "node:assert/strict";
import { jsonFailure, jsonReport } from "../../../review/report/json";
import { placeIn, withPlaces } from "../../../review/report/places";
import { statusOf } from "../../../review/report/status";
import { production, review, sandbox, violation } from "../fixtures";

describe("The JSON report", () => {
    it("has every key of its contract, in order", () => {
        const isolation = {
            violations: [{ rule: "r", stacks: ["beta"], resources: ["urn"], message: "m" }],
            shared: [{ resource: "zone", stacks: ["beta"], why: "w" }],
        };
        const errors = [{ stack: "staging", message: "no" }];
        const found = review([sandbox().plan({ violations: [violation()] })], { isolation, errors });
        const document = JSON.parse(jsonReport(found));
        assert.deepEqual(Object.keys(document), ["project", "stacks", "errors", "isolation"]);
        const { beta } = document.stacks;
        assert.deepEqual(Object.keys(beta), ["tier", "platform", "resources", "outputs", "violations"]);
        for (const resource of beta.resources)
            assert.deepEqual(Object.keys(resource), [
                "urn",
                "type",
                "name",
                "parent",
                "inputs",
                "dependencies",
                "secrets",
                "external",
            ]);
        assert.deepEqual(Object.keys(beta.violations[0]), [
            "policy",
            "level",
            "stack",
            "urn",
            "message",
            "requirements",
        ]);
        assert.equal(beta.violations[0].stack, "beta");
        assert.deepEqual(document.errors, [
            { stack: "staging", file: "", line: null, key: "", message: "no", repair: "" },
        ]);
        assert.deepEqual(document.isolation, isolation);
    });

    it("has the stacks in the order of their tiers, then of their names", () => {
        const plans = [production().plan(), sandbox("zulu").plan(), sandbox("alpha").plan()];
        assert.deepEqual(Object.keys(JSON.parse(jsonReport(review(plans))).stacks), ["alpha", "zulu", "main"]);
    });

    it("is a document where there is no review", () => {
        assert.deepEqual(JSON.parse(jsonFailure([{ stack: "", message: "no", repair: "yes" }])), {
            project: "",
            stacks: {},
            errors: [{ stack: "", file: "", line: null, key: "", message: "no", repair: "yes" }],
            isolation: { violations: [], shared: [] },
        });
    });
});

describe("Places", () => {
    it("are named from the directory where they are below it", () => {
        assert.equal(placeIn("/work/voice", "/work/voice/Pulumi.beta.yaml"), "Pulumi.beta.yaml");
        assert.equal(placeIn("/work/voice", "/work/other/index.ts"), "/work/other/index.ts");
        assert.equal(placeIn("/work/voice", "/work/voice/..odd/x"), "..odd/x");
        assert.equal(placeIn("/work/voice", "Pulumi.yaml"), "Pulumi.yaml");
    });

    it("sort the errors by stack, file and line", () => {
        const errors = [
            { stack: "b", message: "5" },
            { stack: "a", file: "/d/y", line: 3, message: "3" },
            { stack: "a", file: "/d/x", line: 10, message: "2" },
            { stack: "a", file: "/d/x", line: 9, message: "1" },
        ];
        const sorted = withPlaces(review([], { errors }), "/d").errors;
        assert.deepEqual(
            sorted.map(({ message, file }) => [message, file]),
            [
                ["1", "x"],
                ["2", "x"],
                ["3", "y"],
                ["5", undefined],
            ],
        );
    });
});

describe("The exit status", () => {
    const broken = sandbox().plan({ violations: [violation()] });
    const advised = sandbox().plan({ violations: [violation({ level: "advisory" })] });
    const breach = { violations: [{ rule: "r", stacks: [], resources: [], message: "" }], shared: [] };

    it("is 0 where the fence holds, with advisories too", () => {
        assert.equal(statusOf(review([sandbox().plan(), advised])), 0);
    });
    it("is 2 where a mandatory rule or the proof is broken", () => {
        assert.equal(statusOf(review([advised, broken])), 2);
        assert.equal(statusOf(review([sandbox().plan()], { isolation: breach })), 2);
    });
    it("is 1 where a stack could not be planned, whatever else is wrong", () => {
        assert.equal(statusOf(review([broken], { isolation: breach, errors: [{ stack: "x", message: "" }] })), 1);
    });
});
