import * as sql from "@pulumi/gcp/sql";
import type * as pulumi from "@pulumi/pulumi";
import { inEnvironment, shorten } from "../names";
import type { PostgresArgs } from "../platform";
import { deletionOf } from "./deletion";
import type { Foundation } from "./foundation";
import { longest } from "./limits";
import { sharedSettings } from "./postgres-settings";

/** A read replica: as large as its primary, in the same region and network, with no backups of its own. */
export function replica(
    foundation: Foundation,
    name: string,
    args: PostgresArgs,
    primary: sql.DatabaseInstance,
    parent: pulumi.Resource,
): sql.DatabaseInstance {
    const { environment, project, region, tier, apis, network } = foundation;
    return new sql.DatabaseInstance(
        name,
        {
            project,
            region,
            name: shorten(inEnvironment(environment, name), longest.postgres),
            masterInstanceName: primary.name,
            databaseVersion: `POSTGRES_${args.version}`,
            settings: { ...sharedSettings(foundation, name, args), availabilityType: "ZONAL" },
            deletionProtection: deletionOf[tier].protect,
        },
        { parent, dependsOn: [apis.enable("sqladmin"), network.privateServices] },
    );
}
