import { strict as assert } from "node:assert";
import type { Tier } from "../../../environment";
import { plannedOn } from "../cloud";
import { ofType, theOnly } from "../engine";

const planStore = (tier: Tier, location?: string) =>
    plannedOn(tier, (platform, parent) => {
        const store = platform.documents("database", { location }, parent);
        const reader = platform.identity("reader", { account: "reader-dev", description: "" }, parent);
        store.grant("reader-store", reader, parent);
    });
const databaseOf = async (tier: Tier, location?: string) =>
    theOnly(await planStore(tier, location), "gcp:firestore/database:Database").inputs;

describe("Firestore", () => {
    it("has a name of its own, in the region or where it is told to be", async () => {
        const inputs = await databaseOf("sandbox");
        assert.equal(inputs.name, "database-dev");
        assert.equal(inputs.type, "FIRESTORE_NATIVE");
        assert.equal(inputs.locationId, "europe-west2");
        assert.equal((await databaseOf("sandbox", "eur3")).locationId, "eur3");
    });

    it("goes with its sandbox, data and all, and stays in production", async () => {
        const sandbox = await databaseOf("sandbox");
        assert.equal(sandbox.deletionPolicy, "DELETE");
        assert.equal(sandbox.deleteProtectionState, "DELETE_PROTECTION_DISABLED");
        const production = await databaseOf("production");
        assert.equal(production.deletionPolicy, "PREVENT");
        assert.equal(production.deleteProtectionState, "DELETE_PROTECTION_ENABLED");
    });

    it("is backed up above the sandbox, and goes back to any moment in production", async () => {
        const backups = async (tier: Tier) =>
            ofType(await planStore(tier), "gcp:firestore/backupSchedule:BackupSchedule").map(
                ({ inputs }) => inputs.retention,
            );
        assert.deepEqual(await backups("sandbox"), []);
        assert.deepEqual(await backups("pre-production"), ["604800s"]);
        assert.deepEqual(await backups("production"), ["604800s"]);
        assert.equal((await databaseOf("production")).pointInTimeRecoveryEnablement, "POINT_IN_TIME_RECOVERY_ENABLED");
    });

    it("may be used by whom it is granted to, and the grant reaches no other database of the project", async () => {
        const { inputs } = theOnly(await planStore("sandbox"), "gcp:projects/iAMMember:IAMMember");
        assert.equal(inputs.role, "roles/datastore.user");
        assert.equal(inputs.member, "serviceAccount:reader-dev@acme-voice-dev.iam.gserviceaccount.com");
        assert.equal(inputs.condition.expression, 'resource.name == "projects/acme-voice-dev/databases/database-dev"');
    });
});
