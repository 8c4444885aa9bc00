import type { Value } from "../../../../policy/facts";
import { backups } from "../../../../policy/rules/hygiene/backups";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { output, resource, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Made = Parameters<typeof output>[0];
type Inputs = Readonly<Record<string, Value>>;
const sql = (backupConfiguration: Inputs, more: Inputs = {}): Stack => ({
    more: (environment) => [
        resource(environment, "gcp:sql/databaseInstance:DatabaseInstance", "db", {
            settings: { backupConfiguration },
            ...more,
        }),
    ],
});
const firestore = (schedule?: Inputs, refer: (made: Made, property: string) => Value = output): Stack => ({
    more: (environment) => {
        const database = resource(environment, "gcp:firestore/database:Database", "db", { name: "voice" });
        const type = "gcp:firestore/backupSchedule:BackupSchedule";
        return schedule === undefined
            ? [database]
            : [database, resource(environment, type, "schedule", { database: refer(database, "name"), ...schedule })];
    },
});
const alloy = (automatedBackupPolicy: Inputs): Stack => ({
    more: (environment) => [resource(environment, "gcp:alloydb/cluster:Cluster", "db", { automatedBackupPolicy })],
});
const kept = (retainedBackups: number) => ({ enabled: true, backupRetentionSettings: { retainedBackups } });
const none = /has no daily backup/;

export default casesOf(
    backups,
    stackOn({ environment: production(), runs: false }),
    sql(kept(7)),
    {
        "seven by default": sql({ enabled: true }),
        "more than enough": sql(kept(30)),
        "not known yet": sql({ enabled: unknown }),
        "a replica has its primary's": sql({}, { masterInstanceName: "voice" }),
        "a sandbox needs none": { environment: sandbox(), ...sql({}) },
        "a Firestore with a schedule": firestore({ retention: "604800s", dailyRecurrence: {} }),
        "a Firestore with a schedule, not known yet": firestore({ retention: "604800s", dailyRecurrence: {} }, (made) =>
            unknownFrom(made),
        ),
        "a Firestore with a schedule by its name": firestore({
            database: "voice",
            retention: "604800s",
            dailyRecurrence: {},
        }),
        "AlloyDB's default": alloy({}),
    },
    {
        "no backups": [sql({ enabled: false }), none],
        "backups left out": [sql({}), none],
        "three days": [sql(kept(3)), /go back 3 days only/],
        "staging without": [{ environment: preProduction(), ...sql({ enabled: false }) }, none],
        "a Firestore without a schedule": [firestore(), none],
        "a Firestore with another's schedule": [
            firestore({ database: "other", retention: "604800s", dailyRecurrence: {} }),
            none,
        ],
        "a Firestore with a weekly schedule": [firestore({ retention: "604800s", weeklyRecurrence: {} }), none],
        "a Firestore with a day's backups": [
            firestore({ retention: "86400s", dailyRecurrence: {} }),
            /go back 1 days only/,
        ],
        "an AlloyDB that keeps three": [alloy({ enabled: true, quantityBasedRetention: { count: 3 } }), /3 days only/],
    },
);
