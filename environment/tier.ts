/** How much is at stake in an environment. Rules speak of tiers, never of stack names. */
export const tiers = ["sandbox", "pre-production", "production", "shared"] as const;
export type Tier = (typeof tiers)[number];

/** Everything that real customers depend on, or that must behave as if they did. */
export const aboveSandbox = (tier: Tier): boolean => tier !== "sandbox";
export const isProduction = (tier: Tier): boolean => tier === "production";
/** Tiers in which nothing may reach production data. `shared` holds no customer data, so it counts as one of them. */
export const belowProduction = (tier: Tier): boolean => tier !== "production";

/** The short word that host names and labels carry for a tier. */
export const tierWords: Readonly<Record<Tier, readonly string[]>> = {
    sandbox: ["beta", "sandbox", "dev", "development", "test", "local"],
    "pre-production": ["staging", "stage", "preprod", "uat"],
    production: ["production", "prod", "main", "live"],
    shared: ["shared"],
};

/** From the least at stake to the most, and by name within a tier: the order in which environments are shown. */
export const inTierOrder = <Item extends { readonly tier: Tier; readonly name: string }>(
    items: readonly Item[],
): readonly Item[] =>
    [...items].sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || (a.name < b.name ? -1 : 1));
