import type { types } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";

/** What everything that can carry labels says of itself: environment, tier and component, and what else is given. */
export function labels(
    { environment, tier }: Pick<Engine, "environment" | "tier">,
    component: string,
    more: Readonly<Record<string, pulumi.Input<string>>> = {},
): types.input.ContainerLabel[] {
    // The environment has a label of its own: a component is called the same in each.
    const all = { environment, tier, component: component.replace(`${environment}-`, ""), ...more };
    return Object.entries(all).map(([label, value]) => ({ label, value }));
}
