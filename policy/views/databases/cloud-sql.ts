import type { ResourceFacts } from "../../facts";
import type { Database } from "../database";
import { answer, protection } from "../protection";
import { field, figure, isUnknown, items, text } from "../read";

/** Cloud SQL, with its own defaults: https://www.pulumi.com/registry/packages/gcp/api-docs/sql/databaseinstance/ */
export function asCloudSql(resource: ResourceFacts): Database {
    const { inputs } = resource;
    const ip = field(inputs, "settings", "ipConfiguration");
    const backup = field(inputs, "settings", "backupConfiguration");
    const networks = items(field(ip, "authorizedNetworks"));
    return {
        resource,
        platform: "gcp",
        engine: (text(inputs.databaseVersion) ?? "POSTGRES").startsWith("POSTGRES") ? "postgresql" : "unknown",
        replica: inputs.masterInstanceName !== undefined && inputs.masterInstanceName !== null,
        encryptsTransit: answer(
            field(ip, "sslMode"),
            (mode) => mode !== undefined && mode !== "ALLOW_UNENCRYPTED_AND_ENCRYPTED",
        ),
        openings: [
            ...(answer(field(ip, "ipv4Enabled"), (enabled) => enabled !== false) === true ? ["a public address"] : []),
            ...(networks.some((network) => !isUnknown(network)) ? ["authorised networks"] : []),
        ],
        backups: {
            daily: answer(field(backup, "enabled"), (enabled) => enabled === true),
            // Seven unless said otherwise; one is made a day.
            kept: figure(field(backup, "backupRetentionSettings", "retainedBackups") ?? 7),
        },
        ...protection(resource, "deletionProtection", true),
    };
}
