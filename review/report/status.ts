import type { Review } from "../plan";

/** 0 fine, advisories included; 1 a stack could not be planned, whatever else; 2 the fence is broken. */
export type Status = 0 | 1 | 2;

export function statusOf({ plans, errors, isolation }: Review): Status {
    if (errors.length > 0) return 1;
    const broken = plans.some(({ violations }) => violations.some(({ level }) => level === "mandatory"));
    return broken || isolation.violations.length > 0 ? 2 : 0;
}
