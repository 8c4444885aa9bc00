import { type Seconds, seconds } from "../units";

/** Cloudflare's plans, from the least to the most. */
export const zonePlans = ["free", "pro", "business", "enterprise"] as const;
export type ZonePlan = (typeof zonePlans)[number];

/** What a plan can do, as far as it bears on what a stack file may ask of the zone. */
export interface PlanLimits {
    /** https://developers.cloudflare.com/waf/rate-limiting-rules/#availability */
    readonly rateLimit: {
        /** Rules in the zone. */
        readonly rules: number;
        /** Over which lengths of time the requests of an address can be counted. */
        readonly periods: readonly Seconds[];
        /** For how long an address can be refused. */
        readonly blocks: readonly Seconds[];
        /** What a rule may look at; one expression serves every plan if it looks at the path alone. */
        readonly fields: readonly ("path" | "host" | "query" | "method" | "source")[];
    };
    /** Which of Cloudflare's rules there are: https://developers.cloudflare.com/waf/managed-rules/#availability */
    readonly managedRules: "free" | "full";
    /** The least that the edge keeps a file: https://developers.cloudflare.com/cache/how-to/edge-browser-cache-ttl/ */
    readonly shortestEdgeTtl: Seconds;
}

const all = (...texts: readonly string[]): readonly Seconds[] => texts.map(seconds);
const upTo = (longest: string, values: readonly Seconds[]) => values.filter((value) => value <= seconds(longest));

/** What the API takes at all: https://developers.cloudflare.com/waf/rate-limiting-rules/parameters/ */
const periods = all("10s", "1m", "2m", "5m", "10m", "1h");
const blocks = [...periods, ...all("1d")];

export const planLimits: Readonly<Record<ZonePlan, PlanLimits>> = {
    free: {
        rateLimit: { rules: 1, periods: upTo("10s", periods), blocks: upTo("10s", blocks), fields: ["path"] },
        managedRules: "free",
        shortestEdgeTtl: seconds("2h"),
    },
    pro: {
        rateLimit: {
            rules: 2,
            periods: upTo("1m", periods),
            blocks: upTo("1h", blocks),
            fields: ["path", "host", "query"],
        },
        managedRules: "full",
        shortestEdgeTtl: seconds("1h"),
    },
    business: {
        rateLimit: {
            rules: 5,
            periods: upTo("10m", periods),
            blocks,
            fields: ["path", "host", "query", "method", "source"],
        },
        managedRules: "full",
        shortestEdgeTtl: seconds("1s"),
    },
    enterprise: {
        rateLimit: { rules: 100, periods, blocks, fields: ["path", "host", "query", "method", "source"] },
        managedRules: "full",
        shortestEdgeTtl: seconds("1s"),
    },
};

/** The least plan that can do something, for a message that says what to buy. */
export const leastPlan = (can: (limits: PlanLimits) => boolean): ZonePlan | undefined =>
    zonePlans.find((plan) => can(planLimits[plan]));

/** What the zone's setting takes, and nothing between: https://developers.cloudflare.com/api/resources/zones/subresources/settings/ */
export const browserTtls: readonly Seconds[] = all(
    ...["30m", "1h", "2h", "3h", "4h", "5h", "8h", "12h", "16h", "20h"],
    ...["1d", "2d", "3d", "4d", "5d", "8d", "16d", "24d", "31d", "62d", "186d", "365d"],
);
