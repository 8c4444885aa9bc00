import type { Seconds } from "../../../../environment/units";

/** A length of time as Prometheus writes it: `5m`, `90s`. */
export const span = (length: Seconds): string => {
    const whole = Math.ceil(length);
    if (whole % 3600 === 0) return `${whole / 3600}h`;
    return whole % 60 === 0 ? `${whole / 60}m` : `${whole}s`;
};

/** What a label must be to be one of these. Prometheus' patterns hold the whole value, as RE2 has them. */
export const anyOf = (values: readonly string[]): string =>
    `=~"${values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\\\$&")).join("|")}"`;
