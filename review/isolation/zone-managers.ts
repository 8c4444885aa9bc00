import type { Environment } from "../../environment";
import type { IsolationViolation } from "../plan";

/**
 * A Cloudflare zone has one value for each setting and one ruleset for each phase, so one stack writes them: none that is
 * less than an environment behind it.
 */
export function zoneManagers(environments: readonly Environment[]): readonly IsolationViolation[] {
    const managers = environments.filter(({ zone, domain }) => zone?.managed && domain !== undefined);
    return managers.flatMap((manager, index) => [
        ...managers.slice(index + 1).flatMap((other) => claimedTwice(manager, other)),
        ...environments.flatMap((other) => belowProduction(manager, other)),
    ]);
}

/** The same zone, whichever of its two names says so: of two that disagree, one is a slip of the pen. */
const shared = (one: Environment, other: Environment): string | undefined =>
    one.domain !== undefined &&
    other.domain !== undefined &&
    (one.domain.zoneId === other.domain.zoneId || one.domain.zone === other.domain.zone)
        ? one.domain.zone
        : undefined;

function claimedTwice(one: Environment, other: Environment): readonly IsolationViolation[] {
    const zone = shared(one, other);
    if (zone === undefined) return [];
    return [
        {
            rule: "zone-managers",
            stacks: [one.name, other.name],
            resources: [],
            message: `${one.name} and ${other.name} both claim the Cloudflare zone ${zone}, and each would undo what the other sets: leave ringfence:zone.managed true in one of them and take ringfence:zone out of the other.`,
        },
    ];
}

function belowProduction(manager: Environment, other: Environment): readonly IsolationViolation[] {
    const zone = manager.tier === "production" || other.tier !== "production" ? undefined : shared(manager, other);
    if (zone === undefined) return [];
    return [
        {
            rule: "zone-managers",
            stacks: [manager.name, other.name],
            resources: [],
            message: `${manager.name} (${manager.tier}) manages the Cloudflare zone ${zone}, behind which production (${other.name}) is too: whoever may change ${manager.name} could open it. Move ringfence:zone to ${other.name}.`,
        },
    ];
}

/** Who manages the zone of an environment, for people to read; nothing where no stack of the project does. */
export const managerOf = (zone: string, environments: readonly Environment[]): string | undefined =>
    environments.find((environment) => environment.zone?.managed && environment.domain?.zone === zone)?.name;
