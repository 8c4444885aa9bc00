import type * as pulumi from "@pulumi/pulumi";
import { toMebibytes, toSeconds } from "../../environment/units";
import type { Engine } from "./engine";
import { files, type MountedText } from "./files";
import { runToEnd } from "./run-to-end";
import { secretsFolder } from "./secrets";

/** A server, and how its owner gets in. */
export interface Server {
    /** The server's own, which has `psql` whatever the application's has. */
    readonly image: string;
    readonly host: pulumi.Output<string>;
    readonly database: string;
    readonly user: string;
    readonly password: pulumi.Output<string>;
}

interface Session {
    /** What it is, for whoever reads that it failed. */
    readonly called: string;
    /** Words of `psql` that say what it does; `$0` and on are the arguments. */
    readonly does: string;
    readonly args?: readonly string[] | undefined;
    /** Files beside the owner's password, in the same folder. */
    readonly texts?: readonly MountedText[] | undefined;
    readonly after: readonly pulumi.Resource[];
}

/** Runs `psql` to its end, as the owner of the database; it stops at the first error. */
export function psqlJob(
    engine: Engine,
    name: string,
    { image, host, database, user, password }: Server,
    { called, does, args, texts = [], after }: Session,
    parent: pulumi.Resource,
): pulumi.CustomResource {
    const mounted = [{ name: "password", content: password }, ...texts];
    return runToEnd(
        engine,
        name,
        {
            image,
            // By the shell's own variable: a file that others may read, psql does not take, and words others can see.
            entryPoint: [
                "sh",
                "-c",
                `PGPASSWORD="$(cat ${secretsFolder}/password)" exec psql -v ON_ERROR_STOP=1 ${does}`,
            ],
            command: args,
            variables: { PGHOST: host, PGDATABASE: database, PGUSER: user, PGCONNECT_TIMEOUT: "10" },
            networks: [{ name: engine.networks.data, aliases: [] }],
            files: [files(engine, `${name}-secrets`, { folder: secretsFolder, image, texts: mounted }, parent)],
            scratch: { "/tmp": toMebibytes(16) },
            cpu: 1,
            memory: toMebibytes(128),
            grace: toSeconds(60),
        },
        { called, after },
        parent,
    );
}
