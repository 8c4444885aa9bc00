import type { JobRunSettings } from "../job";

/** What PostgreSQL itself would take without quotes, and the dash of `uuid-ossp`. */
const extensionName = /^[a-z][a-z0-9_-]{0,62}$/;

/**
 * Makes the extensions that are missing, by `psql` in the image. The owner of the database may: Cloud SQL gives the users
 * that its API makes the role for it, and knows which extensions there are.
 * https://cloud.google.com/sql/docs/postgres/extensions
 */
export function createExtensions(names: readonly string[]): JobRunSettings {
    const odd = names.find((name) => !extensionName.test(name));
    if (odd !== undefined) throw new RangeError(`"${odd}" is no name of a PostgreSQL extension`);
    const statements = names.map((name) => `--command 'CREATE EXTENSION IF NOT EXISTS "${name}"'`);
    // The shell puts the address in: it is a secret, so it stands in the environment and nowhere else.
    const psql = `psql "$DATABASE_URL" --no-psqlrc --set ON_ERROR_STOP=1 ${statements.join(" ")}`;
    return { command: ["sh", "-ec"], args: [psql] };
}
