import type { Environment } from "../../environment";
import type { Review, StackPlan } from "../plan";
import { deliveryBranches } from "./delivery-branches";
import { dockerHosts } from "./docker-hosts";
import { foreignNames, foreignNamesInConfig, type StackConfig } from "./foreign-names";
import { ownIdentifiers } from "./own-identifiers";
import { registries } from "./registry";
import { seeding } from "./seeding";
import { sharedResources } from "./shared";
import { sharedUses } from "./shared-uses";
import { stackReferences } from "./stack-references";
import { tunnelIngress } from "./tunnel-ingress";
import { zoneManagers } from "./zone-managers";

/**
 * Holds the environments of a project against each other; told is what concerns at least one of `stacks`. Whether a stack
 * names one that is not there cannot be said of those that are `unread`: their own faults are told already.
 */
export function isolation(
    plans: readonly StackPlan[],
    environments: readonly Environment[],
    stacks: ReadonlySet<string>,
    configs: readonly StackConfig[] = [],
    unread: ReadonlySet<string> = new Set(),
): Review["isolation"] {
    const violations = [
        ...ownIdentifiers(environments),
        ...foreignNames(plans, environments),
        ...foreignNamesInConfig(configs, environments),
        ...stackReferences(plans, environments),
        ...dockerHosts(plans, environments),
        ...sharedUses(environments),
        ...tunnelIngress(environments),
        ...registries(environments, unread),
        ...(unread.size === 0 ? seeding(environments) : []),
        ...zoneManagers(environments),
        ...deliveryBranches(environments),
    ];
    return {
        violations: violations.filter((violation) => violation.stacks.some((stack) => stacks.has(stack))),
        shared: sharedResources(environments),
    };
}
