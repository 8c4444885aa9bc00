import { type Changes, casesOf, onDocker } from "../fixtures";

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
    it("refuses a half that does not say where the dump goes, or lets nobody put it there", () => {
        refuses(
            "production",
            { "ringfence:seeding": { role: "source" } },
            { key: "ringfence:seeding.bucket", message: "is missing", repair: "<project>-seed" },
        );
        refuses(
            "pre-production",
            { "ringfence:seeding": { role: "target" } },
            { key: "ringfence:seeding.writer", message: "is missing", repair: "<stack>-anonymiser@" },
        );
        refuses(
            "production",
            { "ringfence:seeding": { ...source, stack: "staging" } },
            { key: "ringfence:seeding.stack", message: "is about a Docker host", repair: "remove it" },
        );
    });

    describe("on a Docker host", () => {
        const bent = (half: object): Changes => ({ ...onDocker, "ringfence:seeding": half });
        const command = ["npm", "run"];
        it("ORA-7 accepts a source that names the stack it is for, and that stack", () => {
            accepts("production", bent({ role: "source", stack: "staging", command }));
            accepts("pre-production", bent({ role: "target", command }));
        });
        it("refuses a source for nobody, and a half without a command that a schedule could start", () => {
            const repair = "the pre-production stack that takes it in";
            refuses("production", bent({ role: "source", command }), {
                key: "ringfence:seeding.stack",
                message: "is missing",
                repair,
            });
            const without = {
                key: "ringfence:seeding.command",
                message: "never asks the image",
                repair: "entry point",
            };
            refuses("production", bent({ role: "source", stack: "staging" }), without);
            refuses("pre-production", bent({ role: "target" }), without);
        });
        it("refuses what is Google Cloud's", () => {
            const message = "is about Google Cloud";
            refuses("production", bent({ ...source, stack: "staging", command }), {
                key: "ringfence:seeding.bucket",
                message,
                repair: "ringfence:seeding.stack instead",
            });
            refuses("pre-production", bent({ ...target, command }), {
                key: "ringfence:seeding.writer",
                message,
                repair: "remove it",
            });
        });
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
