import type { types } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";

/** What everything that can carry labels says of itself: project, environment, tier, component, and what else is given. */
export function labels(
    { environment, tier }: Pick<Engine, "environment" | "tier">,
    component: string,
    more: Readonly<Record<string, pulumi.Input<string>>> = {},
): types.input.ContainerLabel[] {
    const all = {
        // A host is shared by whole projects, and each of them may have an environment of the same name.
        project: pulumi.getProject(),
        environment,
        tier,
        // The environment has a label of its own: a component is called the same in each.
        component: component.replace(`${environment}-`, ""),
        ...more,
    };
    return Object.entries(all).map(([label, value]) => ({ label, value }));
}
