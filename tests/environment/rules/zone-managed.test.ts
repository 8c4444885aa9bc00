import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("zone-managed");

describe("the rule zone-managed", () => {
    it("accepts a stack that manages its zone, one that does not, and one that says nothing", () => {
        accepts("production", {
            "ringfence:zone": { managed: true, rateLimit: {}, mail: { admin: "a@else.example" } },
        });
        accepts("sandbox", { "ringfence:zone": { managed: false, plan: "pro" } });
        accepts("sandbox", { "ringfence:zone": {} });
        accepts("sandbox");
    });
    it("refuses to manage a zone that the stack is not in", () => {
        refuses(
            "production",
            { "ringfence:zone": { managed: true }, "ringfence:domain": undefined },
            { key: "ringfence:zone.managed", message: "this stack has no domain", repair: "ringfence:domain" },
        );
    });
    it("ORB-2 ORB-5 refuses settings that nobody would apply", () => {
        for (const [key, value] of [
            ["tls", { minimum: "1.3" }],
            ["cache", { level: "basic" }],
            ["firewall", false],
            ["rateLimit", {}],
            ["mail", { admin: "operator@else.example" }],
        ] as const)
            refuses(
                "pre-production",
                { "ringfence:zone": { [key]: value } },
                {
                    key: `ringfence:zone.${key}`,
                    message: "would be ignored: this stack does not manage the zone",
                    repair: "move it to the stack that says `managed: true`",
                },
            );
    });
});
