import { casesOf, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("dumps");
const key = "ringfence:dumps";

describe("the rule dumps", () => {
    it("ORB-15 accepts dumps to a folder or to storage, and none where nothing is backed up", () => {
        accepts("production", onDocker);
        const target = { kind: "s3", endpoint: "https://s3.example.com", bucket: "acme-backups" };
        accepts("production", { ...onDocker, [key]: { target } });
        const unsaved = { engine: "postgresql", backups: { enabled: false } };
        accepts("sandbox", { ...onDocker, "ringfence:database": unsaved, [key]: undefined });
    });
    it("ORB-15 refuses a database on a host whose backups have nowhere to go", () => {
        refuses(
            "production",
            { ...onDocker, [key]: undefined },
            { key, message: "goes with the database", repair: "/mnt/backups" },
        );
    });
    it("refuses dumps of nothing, and on a platform that keeps backups itself", () => {
        const unsaved = { engine: "postgresql", backups: { enabled: false } };
        refuses(
            "sandbox",
            { ...onDocker, "ringfence:database": unsaved },
            { key, message: "no PostgreSQL here", repair: "remove it" },
        );
        refuses(
            "production",
            { [key]: { target: { kind: "path", path: "/mnt/backups/voice" } } },
            { key, message: "runs on gcp", repair: "remove it" },
        );
    });
});
