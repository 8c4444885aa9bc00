import type { Tier } from "../../environment/tier";
import type { Seconds } from "../../environment/units";

/** Minutes in sandbox, pre-production and production; `never` where a tier does not look. */
type Row = readonly [sandbox: Minutes, preProduction: Minutes, production: Minutes];
type Minutes = number | undefined;
const never = undefined;

/**
 * What is watched in which tier, and for how many minutes it is looked at before somebody is told. Monitoring grows with
 * what is at stake. A sandbox has no uptime check: it would keep an instance awake that is meant to sleep and cost nothing.
 */
// biome-ignore format: it is a table
const patience = {
    //            sandbox, pre-production, production
    errors:       [15,     10,     5],
    jobs:         [10,     10,     5],
    rotation:     [10,     10,     5],
    uptime:       [never,  10,     2],
    certificates: [never,  10,    10],
    balancer:     [never,  10,     5],
    latency:      [never,  15,     5],
    capacity:     [never,  15,    10],
    database:     [never,  15,     5],
    backups:      [never,  10,     5],
    redis:        [never,  15,     5],
    replicas:     [never, never,   5],
    objectives:   [never, never,   5],
    containers:   [15,     10,     5],
    host:         [15,     15,    10],
    targets:      [never,  15,    10],
    logs:         [never,  15,    10],
} as const satisfies Readonly<Record<string, Row>>;
export type Subject = keyof typeof patience;

/** What several environments lean on is watched as pre-production is. */
const column: Readonly<Record<Tier, 0 | 1 | 2>> = { sandbox: 0, "pre-production": 1, production: 2, shared: 1 };

/** How long the tier looks before it tells, in seconds; nothing where it does not look at all. */
export function patienceOf(tier: Tier, subject: Subject): Seconds | undefined {
    const minutes = patience[subject][column[tier]];
    return minutes === undefined ? undefined : ((minutes * 60) as Seconds);
}

/** Time between two uptime checks from each place: 60, 300, 600 or 900 s. */
export const uptimePeriod = (tier: Tier): Seconds => (tier === "production" ? 60 : 300) as Seconds;

export type Severity = "CRITICAL" | "ERROR" | "WARNING";

/** `urgent`: callers notice, or soon will. */
export function severityOf(tier: Tier, urgent: boolean): Severity {
    if (tier === "sandbox") return "WARNING";
    if (tier === "production") return urgent ? "CRITICAL" : "ERROR";
    return urgent ? "ERROR" : "WARNING";
}

/** Production is reminded of what is urgent, day and night, until it is over. Google takes 30 minutes to 24 hours. */
export const reminderOf = (tier: Tier, urgent: boolean): Seconds | undefined =>
    tier === "production" && urgent ? (3600 as Seconds) : undefined;
