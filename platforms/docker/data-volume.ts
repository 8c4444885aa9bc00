import { Volume } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import { isProduction } from "../../environment/tier";
import type { Engine } from "./engine";
import { labels } from "./labels";

/** What cannot be changed in a volume: the provider would make another one, and the data would be gone. */
const fixed = ["labels", "driver", "driverOpts"];

/**
 * The volume of a server's data, which outlives its containers. In production it is protected, and stays when it is taken
 * out of the program. One that exists is taken over as it is: it must be there, and is guarded so in every tier.
 */
export function dataVolume(
    engine: Engine,
    name: string,
    { called, existing }: { readonly called: string; readonly existing: string | undefined },
    parent: pulumi.Resource,
): Volume {
    const guarded = existing !== undefined || isProduction(engine.tier);
    return new Volume(
        `${name}-data-volume`,
        { name: existing ?? `${called}-data`, labels: labels(engine, name) },
        {
            parent,
            deleteBeforeReplace: true,
            ignoreChanges: fixed,
            protect: guarded,
            retainOnDelete: guarded,
            ...(existing === undefined ? {} : { import: existing }),
        },
    );
}
