import type * as pulumi from "@pulumi/pulumi";
import { toMebibytes, toSeconds } from "../../environment/units";
import type { Engine } from "./engine";
import { files } from "./files";
import { runToEnd } from "./run-to-end";
import { secretsFolder } from "./secrets";

interface Extended {
    readonly image: string;
    readonly host: pulumi.Output<string>;
    readonly database: string;
    readonly user: string;
    readonly password: pulumi.Output<string>;
    readonly extensions: readonly string[];
    readonly after: readonly pulumi.Resource[];
}

/** Creates extensions by the server's own image, which has `psql` whatever the application's has. */
export function createExtensions(
    engine: Engine,
    name: string,
    { image, host, database, user, password, extensions, after }: Extended,
    parent: pulumi.Resource,
): pulumi.CustomResource {
    const statements = extensions.map((extension) => `CREATE EXTENSION IF NOT EXISTS "${extension}";`).join(" ");
    const texts = [{ name: "password", content: password }];
    return runToEnd(
        engine,
        name,
        {
            image,
            // By the shell's own variable: a file that others may read, psql does not take, and words others can see.
            entryPoint: [
                "sh",
                "-c",
                `PGPASSWORD="$(cat ${secretsFolder}/password)" exec psql -v ON_ERROR_STOP=1 -c "$0"`,
            ],
            command: [statements],
            variables: { PGHOST: host, PGDATABASE: database, PGUSER: user, PGCONNECT_TIMEOUT: "10" },
            networks: [{ name: engine.networks.data, aliases: [] }],
            files: [files(engine, `${name}-secrets`, { folder: secretsFolder, image, texts }, parent)],
            scratch: { "/tmp": toMebibytes(16) },
            cpu: 1,
            memory: toMebibytes(128),
            grace: toSeconds(60),
        },
        { called: `extensions of ${database}`, after },
        parent,
    );
}
