import type { types } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";

/** The environment has a label of its own: a component is called the same in each. */
export const componentOf = ({ environment }: Pick<Engine, "environment">, name: string): string =>
    name.replace(`${environment}-`, "");

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
        component: componentOf({ environment }, component),
        ...more,
    };
    return Object.entries(all).map(([label, value]) => ({ label, value }));
}
