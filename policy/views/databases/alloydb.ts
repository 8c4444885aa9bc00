import type { ResourceFacts } from "../../facts";
import type { Database } from "../database";
import { answer } from "../protection";
import { day, field, figure, flag, inSeconds, items } from "../read";
import { asUnknown } from "./unknown";

export function asAlloyDb(resource: ResourceFacts): Database {
    const { inputs } = resource;
    const policy = inputs.automatedBackupPolicy;
    const count = figure(field(policy, "quantityBasedRetention", "count"));
    const period = inSeconds(field(policy, "timeBasedRetention", "retentionPeriod"));
    return {
        ...asUnknown(resource),
        engine: "postgresql",
        backups: {
            daily: answer(field(policy, "enabled"), (enabled) => enabled !== false),
            // Fourteen days unless said otherwise.
            kept: count ?? (period === undefined ? 14 : period / day),
        },
    };
}

export function asAlloyDbInstance(resource: ResourceFacts): Database {
    const { inputs } = resource;
    const network = inputs.networkConfig;
    return {
        ...asUnknown(resource),
        engine: "postgresql",
        encryptsTransit: answer(
            field(inputs, "clientConnectionConfig", "sslConfig", "sslMode"),
            (mode) => mode !== "ALLOW_UNENCRYPTED_AND_ENCRYPTED",
        ),
        openings: [
            ...(flag(field(network, "enablePublicIp")) === true ? ["a public address"] : []),
            ...(items(field(network, "authorizedExternalNetworks")).length > 0 ? ["authorised networks"] : []),
        ],
        protected: true,
        removable: true,
    };
}
