import type { Environment } from "../../../environment";
import { type Tier, tiers } from "../../../environment/tier";
import type { Level, Rule } from "../../../policy/rule";

/** A rule as the catalogue shows it. */
export interface Entry
    extends Pick<Rule, "name" | "kind" | "forbids" | "why" | "severity" | "repair" | "requirements" | "platforms"> {
    readonly levels: Readonly<Record<Tier, Level>>;
}

export const kinds: Readonly<Record<Rule["kind"], { readonly title: string; readonly meaning: string }>> = {
    isolation: {
        title: "Isolation",
        meaning:
            "They keep environments apart. Mandatory everywhere; a resource that breaks one is refused when the program registers it.",
    },
    hygiene: {
        title: "Hygiene",
        meaning: "They keep each environment in good order, and judge the whole stack.",
    },
};

export const entriesOf = (rules: readonly Rule[]): readonly Entry[] =>
    rules.map((rule) => ({ ...rule, levels: levelsOf(rule) }));

/** A level that follows from the environment follows from its tier. */
function levelsOf({ level }: Rule): Readonly<Record<Tier, Level>> {
    const at = (tier: Tier) => (typeof level === "function" ? level({ tier, name: tier } as Environment) : level);
    return Object.fromEntries(tiers.map((tier) => [tier, at(tier)])) as Record<Tier, Level>;
}

/** `advisory below production, mandatory in production` */
export function levelWords(levels: Entry["levels"]): string {
    const { production, sandbox } = levels;
    const differing = (except: Tier) => new Set(tiers.filter((tier) => tier !== except).map((tier) => levels[tier]));
    if (new Set(Object.values(levels)).size === 1) return production;
    const [others, ...more] = differing("production");
    if (more.length === 0) return `${others} below production, ${production} in production`;
    const [above, ...varied] = differing("sandbox");
    if (varied.length === 0) return `${sandbox} in a sandbox, ${above} above it`;
    return (["advisory", "mandatory"] as const)
        .map((level) => `${level} in ${tiers.filter((tier) => levels[tier] === level).join(", ")}`)
        .join("; ");
}

/** Rules by kind, isolation first. */
export const byKind = (entries: readonly Entry[]) =>
    (Object.keys(kinds) as Rule["kind"][])
        .map((kind) => ({ ...kinds[kind], entries: entries.filter((entry) => entry.kind === kind) }))
        .filter(({ entries: ofKind }) => ofKind.length > 0);
