import type { Foundation } from "./foundation";

/**
 * A label's value: at most 63 lower-case letters, digits, dashes and underscores.
 * https://cloud.google.com/resource-manager/docs/labels-overview#requirements
 */
const labelValue = (text: string): string =>
    text
        .toLowerCase()
        .replace(/[^a-z0-9_-]/g, "-")
        .slice(0, 63);

/** What everything that can carry labels says of itself: environment, tier and component, and what else is given. */
export function labels(
    { environment, tier }: Pick<Foundation, "environment" | "tier">,
    component: string,
    more: Readonly<Record<string, string>> = {},
): Record<string, string> {
    // The environment has a label of its own: a component is called the same in each.
    const all = { environment, tier, component: component.replace(`${environment}-`, ""), ...more };
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, labelValue(value)]));
}
