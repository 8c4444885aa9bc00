import * as sql from "@pulumi/gcp/sql";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { inEnvironment, shorten } from "../names";
import type { PostgresArgs, PostgresServer } from "../platform";
import { deletionOf } from "./deletion";
import type { Foundation } from "./foundation";
import { longest } from "./limits";
import { replica } from "./postgres-replica";
import { primarySettings, sharedSettings } from "./postgres-settings";

/**
 * Cloud SQL for PostgreSQL at a private address: the server, its replicas, one database and the user that owns it.
 * Encrypted at rest by Google always, in transit because the server refuses anything else.
 */
export function cloudSql(
    foundation: Foundation,
    name: string,
    args: PostgresArgs,
    parent: pulumi.Resource,
): PostgresServer {
    const { environment, project, region, tier, apis, network } = foundation;
    const server = new sql.DatabaseInstance(
        `${name}-server`,
        {
            project,
            region,
            name: shorten(inEnvironment(environment, name), longest.postgres),
            databaseVersion: `POSTGRES_${args.version}`,
            settings: { ...sharedSettings(foundation, name, args), ...primarySettings(tier, args) },
            deletionProtection: deletionOf[tier].protect,
        },
        {
            parent,
            protect: deletionOf[tier].protect,
            dependsOn: [apis.enable("sqladmin"), network.privateServices],
            // The disk grows by itself; setting it back to its first size would replace the server.
            ignoreChanges: ["settings.diskSize"],
        },
    );
    const { user, database } = owner(foundation, name, args, server, parent);
    const replicas = Array.from({ length: args.replicas }, (_, index) =>
        replica(foundation, `${name}-replica-${index + 1}`, args, server, parent),
    );
    const at = (host: pulumi.Input<string>): pulumi.Output<string> =>
        pulumi.secret(
            pulumi.interpolate`postgresql://${user.name}:${user.password}@${host}:5432/${database.name}?sslmode=require`,
        );
    return {
        url: at(server.privateIpAddress),
        replicaUrls: replicas.map((each) => at(each.privateIpAddress)),
        host: server.privateIpAddress,
        resource: server,
        // The password opens the database; nothing is to be granted.
        grant: () => [],
    };
}

function owner(
    { project }: Foundation,
    name: string,
    { database }: PostgresArgs,
    server: sql.DatabaseInstance,
    parent: pulumi.Resource,
): { readonly user: sql.User; readonly database: sql.Database } {
    // Letters and digits only: it stands in a URL.
    const password = new random.RandomPassword(`${name}-password`, { length: 32, special: false }, { parent });
    // PostgreSQL refuses to drop a role that owns tables, and a database that others are connected to; both go with the
    // server.
    const options = { project, instance: server.name, name: database, deletionPolicy: "ABANDON" };
    return {
        user: new sql.User(`${name}-user`, { ...options, password: password.result }, { parent }),
        database: new sql.Database(`${name}-database`, options, { parent }),
    };
}
