import type { Seconds } from "../../../../environment/units";

/** A length of time as Prometheus writes it: `5m`, `90s`. */
export const span = (length: Seconds): string => {
    const whole = Math.ceil(length);
    if (whole % 3600 === 0) return `${whole / 3600}h`;
    return whole % 60 === 0 ? `${whole / 60}m` : `${whole}s`;
};

/** What follows `=~` or `!~`: one of these. Patterns of PromQL, and of LogQL too, are RE2's and hold the whole value. */
export const anyOf = (values: readonly string[]): string =>
    `"${values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\\\$&")).join("|")}"`;
