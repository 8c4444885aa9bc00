import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("instances");

describe("the rule instances", () => {
    it("accepts a range, and none to one in the sandbox", () => {
        accepts("production", { "ringfence:web.instances": { min: 2, max: 2 } });
        accepts("sandbox", { "ringfence:api.instances": { min: 0, max: 1 } });
    });
    it("refuses more instances at least than at most", () => {
        refuses(
            "production",
            { "ringfence:web.instances": { min: 5, max: 4 } },
            {
                key: "ringfence:web.instances.min",
                message: "5 is more than web.instances.max, which is 4",
                repair: "at most 4",
            },
        );
    });
    it("MVA-2 lets nothing run in an idle sandbox", () => {
        refuses(
            "sandbox",
            { "ringfence:api.instances": { min: 1, max: 1 } },
            { key: "ringfence:api.instances.min", message: "while the sandbox is idle", repair: "write 0" },
        );
    });
    it("MVA-2 caps a sandbox at one instance", () => {
        for (const service of ["api", "gateway", "web"])
            refuses(
                "sandbox",
                { [`ringfence:${service}.instances`]: { min: 0, max: 2 } },
                {
                    key: `ringfence:${service}.instances.max`,
                    message: "2 is too many for a sandbox",
                    repair: "write 1",
                },
            );
    });
});
