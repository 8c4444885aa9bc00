import type { Volume } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import { isProduction } from "../../environment/tier";
import type { Engine } from "./engine";
import { namedVolume } from "./volume";

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
    return namedVolume(
        engine,
        `${name}-data`,
        { called: existing ?? `${called}-data`, labelled: name },
        {
            parent,
            protect: guarded,
            retainOnDelete: guarded,
            ...(existing === undefined ? {} : { import: existing }),
        },
    );
}
