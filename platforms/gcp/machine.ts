import type { PostgresArgs } from "../platform";

/**
 * The Cloud SQL machine of an edition. Enterprise takes any CPU and memory; Enterprise Plus has fixed machines with
 * 8 GiB for each CPU, so its memory follows from its CPUs.
 * https://cloud.google.com/sql/docs/postgres/machine-series-overview
 */
export const machineTier = ({ edition, cpu, memory }: Pick<PostgresArgs, "edition" | "cpu" | "memory">): string =>
    edition === "enterprise-plus" ? `db-perf-optimized-N-${cpu}` : `db-custom-${cpu}-${memory}`;

/** PostgreSQL 16 and later are Enterprise Plus unless told otherwise, replicas too. */
export const editionOf = ({ edition }: Pick<PostgresArgs, "edition">): "ENTERPRISE" | "ENTERPRISE_PLUS" =>
    edition === "enterprise-plus" ? "ENTERPRISE_PLUS" : "ENTERPRISE";
