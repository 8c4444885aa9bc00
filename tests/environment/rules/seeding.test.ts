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
            { "ringfence:seeding": { ...source, volume: "dumps" } },
            { key: "ringfence:seeding.volume", message: "is about a Docker host", repair: "remove it" },
        );
    });

    describe("on a Docker host", () => {
        const bent = (half: object): Changes => ({ ...onDocker, "ringfence:seeding": half });
        const through = { volume: "voice-staging-dumps", command: ["npm", "run"] };
        const tierOf = { source: "production", target: "pre-production" } as const;
        it("ORA-7 accepts two halves that share a volume", () => {
            for (const role of ["source", "target"] as const) accepts(tierOf[role], bent({ role, ...through }));
        });
        it("refuses one that names no volume, or no command that a schedule could start", () => {
            for (const role of ["source", "target"] as const) {
                const { volume, command } = through;
                refuses(tierOf[role], bent({ role, command }), {
                    key: "ringfence:seeding.volume",
                    message: "is missing",
                    repair: "the same in both stacks",
                });
                refuses(tierOf[role], bent({ role, volume }), {
                    key: "ringfence:seeding.command",
                    message: "never asks the image",
                    repair: "entry point",
                });
            }
        });
        it("refuses what is Google Cloud's", () => {
            const message = "is about Google Cloud";
            const repair = "ringfence:seeding.volume instead";
            refuses("production", bent({ ...source, ...through }), {
                key: "ringfence:seeding.bucket",
                message,
                repair,
            });
            refuses("pre-production", bent({ ...target, ...through }), {
                key: "ringfence:seeding.writer",
                message,
                repair,
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
