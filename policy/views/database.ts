import type { ResourceFacts, Value } from "../facts";
import type { PlatformName, Scope } from "../rule";
import { type Answer, answer, type Protection, protection } from "./protection";
import { field, figure, flag, inSeconds, isUnknown, items, text } from "./read";
import { judged, survey } from "./survey";
import { asWorkload } from "./workload";

/** A database server, or a managed database, of whatever make. What the program leaves out is as the platform has it. */
export interface Database extends Protection {
    readonly resource: ResourceFacts;
    readonly platform: PlatformName;
    readonly engine: "postgresql" | "firestore" | "unknown";
    /** A replica copies its primary, backups and all. */
    readonly replica: boolean;
    readonly encryptsTransit: Answer;
    /** Ways in from outside the environment's network, in words. */
    readonly openings: readonly string[];
    readonly backups: Backups | undefined;
}

export interface Backups {
    readonly daily: Answer;
    /** Days that the oldest one goes back. */
    readonly kept: number | undefined;
}

const day = 86400;

/** Cloud SQL's and Firestore's own defaults: https://www.pulumi.com/registry/packages/gcp/api-docs/sql/databaseinstance/ */
const readers: Readonly<Record<string, (resource: ResourceFacts, scope: Scope) => Database>> = {
    "gcp:sql/databaseInstance:DatabaseInstance": asCloudSql,
    "gcp:firestore/database:Database": asFirestore,
    "gcp:alloydb/cluster:Cluster": asAlloyDb,
    "gcp:alloydb/instance:Instance": asAlloyDbInstance,
    "gcp:spanner/instance:Instance": asUnknown,
    "gcp:bigtable/instance:Instance": asUnknown,
};

export const databases = (scope: Scope): readonly Database[] =>
    judged(scope).flatMap((resource) => {
        if (resource.external) return [];
        const reader = readers[resource.type];
        return reader === undefined ? containerOf(resource) : [reader(resource, scope)];
    });

function asCloudSql(resource: ResourceFacts): Database {
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

function asFirestore(resource: ResourceFacts, scope: Scope): Database {
    const { inputs } = resource;
    const policy = text(inputs.deletionPolicy) ?? "ABANDON";
    const state = inputs.deleteProtectionState;
    return {
        resource,
        platform: "gcp",
        engine: "firestore",
        replica: false,
        encryptsTransit: true,
        openings: [],
        backups: scope.complete ? scheduled(resource, scope) : undefined,
        protected:
            resource.protect || policy === "PREVENT" || answer(state, (value) => value === "DELETE_PROTECTION_ENABLED"),
        removable: policy === "DELETE" && answer(state, (value) => value !== "DELETE_PROTECTION_ENABLED"),
    };
}

/** The daily backup schedules of a Firestore database, which are resources of their own. */
function scheduled({ urn, inputs }: ResourceFacts, scope: Scope): Backups {
    const schedules = dailySchedules(scope);
    const own = [...(schedules.get(urn) ?? []), ...(schedules.get(text(inputs.name) ?? "") ?? [])];
    const kept = own.map((schedule) => inSeconds(schedule.inputs.retention) ?? 0);
    return { daily: own.length > 0, kept: kept.length === 0 ? undefined : Math.max(...kept) / day };
}

type Schedules = ReadonlyMap<string, readonly ResourceFacts[]>;
const schedulesOf = new WeakMap<readonly ResourceFacts[], Schedules>();

/** By the URN of the database that they refer to, or by its name. */
function dailySchedules({ resources }: Scope): Schedules {
    const known = schedulesOf.get(resources);
    if (known !== undefined) return known;
    const schedules = new Map<string, ResourceFacts[]>();
    for (const schedule of survey({ resources }).byType.get("gcp:firestore/backupSchedule:BackupSchedule") ?? []) {
        const { database, dailyRecurrence } = schedule.inputs;
        if (dailyRecurrence === undefined || dailyRecurrence === null) continue;
        const keys = isUnknown(database)
            ? database.references.map((reference) => reference.urn)
            : [text(database) ?? ""];
        for (const key of keys) schedules.set(key, [...(schedules.get(key) ?? []), schedule]);
    }
    schedulesOf.set(resources, schedules);
    return schedules;
}

function asAlloyDb(resource: ResourceFacts): Database {
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

function asAlloyDbInstance(resource: ResourceFacts): Database {
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

/** A database whose make rules know too little of: what is the same everywhere is judged. */
function asUnknown(resource: ResourceFacts): Database {
    return {
        resource,
        platform: "gcp",
        engine: "unknown",
        replica: false,
        encryptsTransit: true,
        openings: [],
        backups: undefined,
        ...protection(resource, "deletionProtection", true),
    };
}

/** Images that are databases, by the last part of their name. */
const databaseImages = /(^|\/)(postgres(ql)?|pgvector|postgis|timescaledb|mysql|mariadb|mongo(db)?)(:|@|$)/;

function containerOf(resource: ResourceFacts): readonly Database[] {
    const workload = asWorkload(resource);
    if (workload === undefined || workload.platform === "gcp") return [];
    const image = workload.images.find((name) => databaseImages.test(text(name) ?? ""));
    if (image === undefined) return [];
    return [
        {
            ...asUnknown(resource),
            platform: workload.platform,
            engine: /postg|pgvector|timescale/.test(text(image) ?? "") ? "postgresql" : "unknown",
            openings: publishedPorts(resource).length > 0 ? ["a port of the host"] : [],
            // Its data lies in a volume, which outlives it.
            protected: true,
            removable: true,
        },
    ];
}

/** Ports of a container that the host answers on for others than itself. */
export const publishedPorts = ({ inputs }: ResourceFacts): readonly Value[] =>
    items(inputs.ports).filter((port) => {
        const ip = text(field(port, "ip"));
        return field(port, "external") !== undefined && !/^(127\.|::1$|localhost$)/.test(ip ?? "");
    });
