import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("credentials");
const suppliedBy = "the Salesforce administrator";

describe("the rule credentials", () => {
    it("accepts the credential of the access that there is", () => {
        accepts("production", { "ringfence:secrets": { SF_CLIENT_SECRET: { suppliedBy }, VOIP_PASSWORD: {} } });
        accepts("pre-production", { "ringfence:secrets": { SF_READONLY_CLIENT_SECRET: { suppliedBy } } });
        accepts("sandbox", { "ringfence:api.secrets": ["SF_SANDBOX_CLIENT_SECRET", "OTHER_PASSWORD"] });
    });
    it("MVA-5 refuses the writing credential where Salesforce is only read", () => {
        const message =
            'SF_CLIENT_SECRET is the credential of "write", and ringfence:integrations.salesforce.access is "read"';
        for (const [key, value, at] of [
            ["ringfence:secrets", { SF_CLIENT_SECRET: { suppliedBy } }, "ringfence:secrets.SF_CLIENT_SECRET"],
            ["ringfence:api.secrets", ["SF_CLIENT_SECRET"], "ringfence:api.secrets[0]"],
            ["ringfence:web.variables.SF_CLIENT_SECRET", "x", "ringfence:web.variables.SF_CLIENT_SECRET"],
        ] as const)
            refuses("pre-production", { [key]: value }, { key: at, message, repair: "remove it" });
    });
    it("MVA-6 refuses any credential of the real Salesforce in a sandbox", () => {
        for (const name of ["SF_CLIENT_SECRET", "SF_READONLY_CLIENT_SECRET"])
            refuses(
                "sandbox",
                { "ringfence:secrets": { [name]: {} } },
                { key: `ringfence:secrets.${name}`, message: 'access is "sandbox"', repair: "remove it" },
            );
    });
    it("ORA-10 refuses the live VoIP password below production", () => {
        refuses(
            "pre-production",
            { "ringfence:api.secrets": ["VOIP_PASSWORD"] },
            { key: "ringfence:api.secrets[0]", message: 'credentials is "none"', repair: "remove it" },
        );
    });
});
