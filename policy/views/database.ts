import type { ResourceFacts } from "../facts";
import type { PlatformName, Scope } from "../rule";
import { asAlloyDb, asAlloyDbInstance } from "./databases/alloydb";
import { asCloudSql } from "./databases/cloud-sql";
import { containerDatabase } from "./databases/container";
import { asFirestore } from "./databases/firestore";
import { asUnknown } from "./databases/unknown";
import type { Answer, Protection } from "./protection";
import { judged } from "./survey";

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
        return reader === undefined ? containerDatabase(resource) : [reader(resource, scope)];
    });
