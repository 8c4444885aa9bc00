import { type Dumps, databaseAvailabilityOf, type Environment } from "../../environment";
import type { DumpArgs, Platform } from "../../platforms/platform";
import type { DatabaseArgs } from "../database";
import type { Secrets } from "../secrets";

/** The environment's database, as its component takes it. */
export function databaseArgs(environment: Environment, platform: Platform, vault: Secrets): DatabaseArgs {
    const { database, dumps } = environment;
    if (database.engine === "none") throw new RangeError("an environment has a database: see the rule shared-stack");
    if (database.engine !== "postgresql") return { platform, ...database };
    const availability = databaseAvailabilityOf(environment);
    const existing = database.existing && {
        ...database.existing,
        password: vault.read(existingPassword, "database"),
    };
    return { platform, ...database, existing, availability, dumps: dumps && dumpArgs(dumps, vault) };
}

/** What opens a database that is taken over. */
const existingPassword = "DATABASE_PASSWORD";

/** The halves of the key to the storage that dumps go to. */
const storageKey = { accessKeyId: "BACKUP_ACCESS_KEY_ID", secretAccessKey: "BACKUP_SECRET_ACCESS_KEY" } as const;

/** Storage is opened by a key that somebody supplies; a mounted folder by nothing. */
function dumpArgs({ target }: Dumps, vault: Secrets): DumpArgs {
    if (target.kind !== "s3") return { target };
    const half = (variable: string) => vault.read(variable, "backups");
    return {
        target,
        key: { accessKeyId: half(storageKey.accessKeyId), secretAccessKey: half(storageKey.secretAccessKey) },
    };
}

/** The secrets that the environment's database and its dumps need. */
export function databaseSecrets({ database, dumps }: Pick<Environment, "database" | "dumps">): readonly string[] {
    if (database.engine !== "postgresql") return [];
    return [
        ...(database.existing === undefined ? [] : [existingPassword]),
        ...(dumps?.target.kind === "s3" ? Object.values(storageKey) : []),
    ];
}
