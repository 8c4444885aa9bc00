/** The steps of the schema, in order. Only ever add one at the end. */
export const steps = [
    "CREATE TABLE IF NOT EXISTS workload_calls (id bigserial PRIMARY KEY, began timestamptz NOT NULL DEFAULT now())",
    "ALTER TABLE workload_calls ADD COLUMN IF NOT EXISTS ended timestamptz",
    "CREATE TABLE IF NOT EXISTS workload_customers (id text PRIMARY KEY, details jsonb NOT NULL)",
];

/** What this release needs. */
export const schemaVersion = steps.length;
