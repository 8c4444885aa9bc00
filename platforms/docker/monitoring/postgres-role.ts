import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import type { RunningPostgres } from "../inventory";
import { psqlJob } from "../psql-job";
import { secretsFolder } from "../secrets";
import { type Place, partOf } from "./program";

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
    const name = partOf(place, "postgres-role");
    const { result: password } = new random.RandomPassword(
        `${name}-password`,
        { length: 40, special: false },
        { parent },
    );
    const texts = [
        { name: "role-password", content: password },
        { name: script, content: readFileSync(join(__dirname, script), "utf8") },
    ];
    const resource = psqlJob(
        engine,
        name,
        server,
        {
            called: `monitoring's role in ${server.database}`,
            does: `-f ${secretsFolder}/${script}`,
            texts,
            after: [server.resource],
        },
        parent,
    );
    return { name: "ringfence_monitoring", password, resource };
}
