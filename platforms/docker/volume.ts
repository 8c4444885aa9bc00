import { Volume } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";
import { labels } from "./labels";

/** What cannot be changed in a volume: the provider would make another one, and what is in it would be gone. */
const fixed = ["labels", "driver", "driverOpts"];

/** A volume of its own name. `labelled`: the component and its part that the volume belongs to. */
export const namedVolume = (
    engine: Engine,
    name: string,
    { called, labelled }: { readonly called: string; readonly labelled: string },
    options: pulumi.CustomResourceOptions,
): Volume =>
    new Volume(
        `${name}-volume`,
        { name: called, labels: labels(engine, labelled) },
        { deleteBeforeReplace: true, ignoreChanges: fixed, ...options },
    );
