import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("seeding");
const source = { role: "source", bucket: "acme-voice-staging-seed" };
const target = { role: "target", writer: "main-anonymiser@acme-voice-main.iam.gserviceaccount.com" };
const role = "ringfence:seeding.role";

describe("the rule seeding", () => {
    it("ORA-7 accepts a source in production and a target in pre-production", () => {
        accepts("production", { "ringfence:seeding": source });
        accepts("pre-production", { "ringfence:seeding": target });
    });
    it("ORA-7 refuses pre-production as a source and production as a target", () => {
        refuses(
            "pre-production",
            { "ringfence:seeding": source },
            { key: role, message: '"source" is for production alone', repair: 'write "target"' },
        );
        refuses(
            "production",
            { "ringfence:seeding": target },
            { key: role, message: '"target" is for pre-production alone', repair: 'write "source"' },
        );
    });
    it("MVA-6 refuses either in a sandbox, which works on mock data", () => {
        for (const half of [source, target])
            refuses(
                "sandbox",
                { "ringfence:seeding": half },
                { key: role, message: "this stack's tier is sandbox", repair: "remove ringfence:seeding" },
            );
    });
    it("refuses a dump of what is no PostgreSQL", () => {
        refuses(
            "production",
            { "ringfence:seeding": source, "ringfence:database": { engine: "firestore" } },
            { key: "ringfence:seeding", message: 'is "firestore"', repair: "remove ringfence:seeding" },
        );
    });
    it("refuses a stack whose anonymiser could not be called after it", () => {
        refuses(
            "production",
            { "ringfence:seeding": source },
            { key: role, message: "makes no service account <stack>-anonymiser", repair: "at most 19 lower-case" },
            "production-of-the-voice-platform",
        );
    });
});
