import * as sql from "@pulumi/gcp/sql";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { inEnvironment, shorten } from "../names";
import type { PostgresArgs, PostgresServer } from "../platform";
import { adopting } from "./adoption";
import { deletionFor } from "./deletion";
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
    const { adopt } = args;
    const { protect } = deletionFor(tier, adopt);
    const server = new sql.DatabaseInstance(
        `${name}-server`,
        {
            project,
            region,
            name: adopt?.instance ?? shorten(inEnvironment(environment, name), longest.postgres),
            databaseVersion: `POSTGRES_${args.version}`,
            settings: { ...sharedSettings(foundation, name, args), ...primarySettings(tier, args) },
            deletionProtection: protect,
        },
        adopting(
            {
                parent,
                protect,
                dependsOn: [apis.enable("sqladmin"), network.privateServices],
                // The disk grows by itself; setting it back to its first size would replace the server.
                ignoreChanges: ["settings.diskSize"],
            },
            adopt && { id: `projects/${project}/instances/${adopt.instance}`, align: adopt.align },
        ),
    );
    const { user, password, database } = owner(foundation, name, args, server, parent);
    const replicas = Array.from({ length: args.replicas }, (_, index) =>
        replica(foundation, `${name}-replica-${index + 1}`, args, server, parent),
    );
    const at = (host: pulumi.Input<string>): pulumi.Output<string> =>
        pulumi.secret(
            pulumi.interpolate`postgresql://${user.name}:${password}@${host}:5432/${database.name}?sslmode=require`,
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

interface Owner {
    readonly user: sql.User;
    readonly password: pulumi.Output<string | undefined>;
    readonly database: sql.Database;
}

function owner(
    { project, rotation }: Foundation,
    name: string,
    { database, adopt }: PostgresArgs,
    server: sql.DatabaseInstance,
    parent: pulumi.Resource,
): Owner {
    // Letters and digits only: it stands in a URL.
    const password = new random.RandomPassword(
        `${name}-password`,
        { length: 32, special: false, keepers: rotation?.keepers },
        { parent },
    );
    // PostgreSQL refuses to drop a role that owns tables, and a database that others are connected to; both go with the
    // server.
    const options = { project, instance: server.name, deletionPolicy: "ABANDON" };
    const user = new sql.User(
        `${name}-user`,
        { ...options, name: adopt?.user ?? database, password: password.result },
        adopting({ parent }, adopt && { id: `${project}/${adopt.instance}/${adopt.user}`, align: adopt.align }),
    );
    const id = `projects/${project}/instances/${adopt?.instance}/databases/${adopt?.database}`;
    return {
        user,
        // Of a user that is taken over nobody knows the password; it gets this one when it is aligned.
        password: adopt === undefined ? user.password : password.result,
        database: new sql.Database(
            `${name}-database`,
            { ...options, name: adopt?.database ?? database },
            adopting({ parent }, adopt && { id, align: adopt.align }),
        ),
    };
}
