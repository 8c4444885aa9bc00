import type { types } from "@pulumi/gcp";
import { belowProduction, isProduction, type Tier } from "../../environment/tier";
import { milliseconds } from "../../environment/units";
import type { PostgresArgs } from "../platform";
import { deletionFor } from "./deletion";
import type { Foundation } from "./foundation";
import { labels } from "./labels";
import { editionOf, machineTier } from "./machine";

type Settings = types.input.sql.DatabaseInstanceSettings;

/** What the primary and its replicas have in common. */
export function sharedSettings(foundation: Foundation, name: string, args: PostgresArgs): Settings {
    return {
        edition: editionOf(args),
        tier: machineTier(args),
        diskType: "PD_SSD",
        diskAutoresize: true,
        deletionProtectionEnabled: deletionFor(foundation.tier, args.adopt).protect,
        userLabels: labels(foundation, name),
        ipConfiguration: {
            // A private address in the environment's own network, and nothing on the internet.
            ipv4Enabled: false,
            privateNetwork: foundation.network.vpc.id,
            sslMode: "ENCRYPTED_ONLY",
            // No other Google service (BigQuery, for one) reads the environment's data past its identity.
            enablePrivatePathForGoogleCloudServices: false,
        },
        databaseFlags: flags(args),
        insightsConfig: {
            queryInsightsEnabled: true,
            queryStringLength: 1024,
            queryPlansPerMinute: 5,
            recordApplicationTags: true,
            recordClientAddress: false,
        },
    };
}

/** What only the primary has. */
export const primarySettings = (tier: Tier, args: PostgresArgs): Partial<Settings> => ({
    availabilityType: args.availability === "regional" ? "REGIONAL" : "ZONAL",
    diskSize: args.storage,
    backupConfiguration: backups(args),
    // Replicas are updated when the primary is.
    maintenanceWindow: maintenance(tier),
    retainBackupsOnDelete: isProduction(tier) || args.adopt !== undefined,
    finalBackupConfig:
        deletionFor(tier, args.adopt).finalBackupDays > 0
            ? { enabled: true, retentionDays: deletionFor(tier, args.adopt).finalBackupDays }
            : undefined,
});

/**
 * Server parameters. A replica must allow at least the primary's connections, so it gets the same. A session may set a
 * `statement_timeout` of its own, as a migration that builds an index has to.
 * `log_min_duration_statement` stays off: statements carry callers' data, and Query Insights shows the slow ones.
 * https://cloud.google.com/sql/docs/postgres/flags
 */
const flags = ({ maxConnections, statementTimeout }: PostgresArgs): Settings["databaseFlags"] => [
    { name: "log_lock_waits", value: "on" },
    { name: "max_connections", value: String(maxConnections) },
    { name: "statement_timeout", value: String(milliseconds(statementTimeout)) },
];

const backups = ({ backups: { enabled, keep, at, pointInTime } }: PostgresArgs): Settings["backupConfiguration"] => ({
    enabled,
    startTime: at,
    backupRetentionSettings: { retainedBackups: keep, retentionUnit: "COUNT" },
    pointInTimeRecoveryEnabled: enabled && pointInTime,
    // Days of transaction logs: Enterprise keeps at most 7.
    transactionLogRetentionDays: enabled && pointInTime ? 7 : undefined,
});

/** Sunday, 05:00 UTC. What is below production gets an update a week earlier. */
const maintenance = (tier: Tier): Settings["maintenanceWindow"] => ({
    day: 7,
    hour: 5,
    updateTrack: belowProduction(tier) ? "canary" : "stable",
});
