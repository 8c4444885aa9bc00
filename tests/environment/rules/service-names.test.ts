import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("service-names");
const noDomain = { "ringfence:domain": undefined };

describe("the rule service-names", () => {
    it("MVA-2 accepts names to which the stack's name is appended", () => {
        accepts("sandbox", { "ringfence:api.name": "voice-agent" }, "beta");
        accepts("production", noDomain, "main-2");
    });
    it("refuses a stack whose name no resource can carry", () => {
        for (const stack of ["Beta", "beta_1", "1beta", "beta-", "bé"])
            refuses(
                "sandbox",
                noDomain,
                { key: "ringfence:tier", message: "the stack's name", repair: "rename the stack" },
                stack,
            );
    });
    it("refuses two services of the same name", () => {
        refuses(
            "sandbox",
            { "ringfence:gateway.name": "voice-agent" },
            {
                key: "ringfence:gateway.name",
                message: '"voice-agent-beta" is already the name of the service api',
                repair: "another",
            },
        );
        refuses(
            "sandbox",
            { "ringfence:api.name": "web" },
            { key: "ringfence:web.name", message: '"web-beta" is already', repair: "another name" },
        );
    });
    it("refuses a name that is too long for Cloud Run", () => {
        refuses(
            "sandbox",
            { ...noDomain, "ringfence:api.name": "a".repeat(30) },
            { key: "ringfence:api.name", message: "has 50 characters", repair: "a shorter name" },
            "b".repeat(19),
        );
    });
});
