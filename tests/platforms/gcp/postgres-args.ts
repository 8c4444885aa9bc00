import { gibibytes } from "../../../components";
import { mebibytes, seconds } from "../../../environment/units";
import type { PostgresArgs } from "../../../platforms/platform";

/** A database as plain as can be; each case bends it in one way. */
export const plainPostgres: PostgresArgs = {
    version: "16",
    cpu: 1,
    memory: mebibytes("3840Mi"),
    storage: gibibytes(20),
    edition: "enterprise",
    availability: "zonal",
    replicas: 0,
    backups: { enabled: true, keep: 7, at: "03:00", pointInTime: true },
    maxConnections: 100,
    statementTimeout: seconds("5s"),
    extensions: [],
    database: "voice",
};
