import type * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";
import { psqlJob, type Server } from "./psql-job";

/** Creates each extension that is not there yet. */
export function createExtensions(
    engine: Engine,
    name: string,
    {
        extensions,
        after,
        ...server
    }: Server & { readonly extensions: readonly string[]; readonly after: readonly pulumi.Resource[] },
    parent: pulumi.Resource,
): pulumi.CustomResource {
    const statements = extensions.map((extension) => `CREATE EXTENSION IF NOT EXISTS "${extension}";`).join(" ");
    const called = `extensions of ${server.database}`;
    return psqlJob(engine, name, server, { called, does: '-c "$0"', args: [statements], after }, parent);
}
