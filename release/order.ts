import { type Environment, type Tier, tiers } from "../environment";

type Placed = Pick<Environment, "name" | "tier"> & { readonly release?: Pick<Environment["release"], "build"> };

/** A release goes through the tiers in this order, those without a stack left out. */
const way: readonly Tier[] = tiers.filter((tier) => tier !== "shared");

/** The stack that a release must have been in before it may be in this one; nothing for the lowest. */
export const below = (stacks: readonly Placed[], stack: Placed): Placed | undefined => neighbour(stacks, stack, -1);

/** The stack that a release goes to after this one; nothing for the highest. */
export const next = (stacks: readonly Placed[], stack: Placed): Placed | undefined => neighbour(stacks, stack, 1);

/**
 * The nearest tier that has a stack. Where it has several, none is the one that every release goes through. What a stack
 * builds for itself is no release.
 */
function neighbour(stacks: readonly Placed[], { tier }: Placed, step: 1 | -1): Placed | undefined {
    for (let at = way.indexOf(tier) + step; at >= 0 && at < way.length; at += step) {
        const [only, ...more] = stacks.filter((stack) => stack.tier === way[at] && stack.release?.build === undefined);
        if (only !== undefined) return more.length === 0 ? only : undefined;
    }
    return undefined;
}
