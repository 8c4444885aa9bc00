import type { Variable } from "../../platforms/platform";

type Variables = Readonly<Record<string, Variable>>;

/** What a job that writes is told of the database: the primary alone. */
export function ofPrimary({ DATABASE_REPLICA_URLS: _, ...primary }: Variables): Variables {
    return unhurried(primary);
}

/** What a job that only reads is told of it: the replicas, where there are any, so that callers do not feel it. */
export function ofReplica(variables: Variables): Variables {
    const { DATABASE_URL: _, ...replicas } = variables;
    return unhurried("DATABASE_REPLICA_URLS" in variables ? replicas : variables);
}

/**
 * The server ends a statement after the seconds that suit a call; building an index or copying a table takes longer, and
 * a job has a limit of its own. `PGOPTIONS` is read by everything made on libpq, `psql` and `pg_dump` too.
 * https://www.postgresql.org/docs/current/libpq-envars.html
 */
const unhurried = (variables: Variables): Variables =>
    "DATABASE_STATEMENT_TIMEOUT_MS" in variables
        ? { ...variables, DATABASE_STATEMENT_TIMEOUT_MS: "0", PGOPTIONS: "-c statement_timeout=0" }
        : variables;
