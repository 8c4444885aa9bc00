import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { toMebibytes, toSeconds } from "../../../environment/units";
import type { RunningPostgres } from "../inventory";
import { runToEnd } from "../run-to-end";
import { secretsFolder } from "../secrets";
import { lent, type Place, partOf } from "./program";

export interface PostgresRole {
    readonly name: string;
    readonly password: pulumi.Output<string>;
    /** There once the role is. */
    readonly resource: pulumi.Resource;
}

const script = "postgres-role.sql";

/**
 * A role that may sign in, and sees no more than PostgreSQL tells everybody who does: figures, but neither a table nor what
 * another session asks. The owner's password is in the job alone, which makes the role or gives it another password.
 */
export function postgresRole(place: Place, server: RunningPostgres): PostgresRole {
    const { engine, parent } = place;
    const { image, host, database, user } = server;
    const name = partOf(place, "postgres-role");
    const { result: password } = new random.RandomPassword(
        `${name}-password`,
        { length: 40, special: false },
        { parent },
    );
    const texts = [
        { name: "password", content: server.password },
        { name: "role-password", content: password },
        { name: script, content: readFileSync(join(__dirname, script), "utf8") },
    ];
    const resource = runToEnd(
        engine,
        name,
        {
            image,
            // As of the extensions: a file that others may read, psql does not take, and words others can see.
            entryPoint: [
                "sh",
                "-c",
                `PGPASSWORD="$(cat ${secretsFolder}/password)" exec psql -v ON_ERROR_STOP=1 -f ${secretsFolder}/${script}`,
            ],
            variables: { PGHOST: host, PGDATABASE: database, PGUSER: user, PGCONNECT_TIMEOUT: "10" },
            networks: [{ name: engine.networks.data, aliases: [] }],
            files: [lent(place, "postgres-role-secrets", { folder: secretsFolder, image, texts })],
            scratch: { "/tmp": toMebibytes(16) },
            cpu: 1,
            memory: toMebibytes(128),
            grace: toSeconds(60),
        },
        { called: `monitoring's role in ${database}`, after: [server.resource] },
        parent,
    );
    return { name: "ringfence_monitoring", password, resource };
}
