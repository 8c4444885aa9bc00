import type * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import { inEnvironment, shorten } from "../../names";
import type { Foundation } from "../foundation";
import { longest } from "../limits";

/** What the makers of a balancer's parts share. */
export interface Parts {
    readonly foundation: Foundation;
    /** Name of the balancer, with which the names of its parts begin. */
    readonly name: string;
    readonly parent: pulumi.Resource;
}

/** A part's name in Google Cloud: letters, digits and dashes, with a letter first. */
export const partName = ({ foundation: { environment }, name }: Parts, part: string): string =>
    shorten(inEnvironment(environment, `${name}-${part}`), longest.compute);

/** The scheme of today's global balancer; what the API calls EXTERNAL is the classic one. */
export const scheme = "EXTERNAL_MANAGED" satisfies compute.BackendServiceArgs["loadBalancingScheme"];
