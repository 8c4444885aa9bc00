import type { Seconds } from "../../../../environment/units";
import { frontFigures } from "../figures";
import { span } from "./promql";

/**
 * One failure among the two requests of a quiet night is half of them, and nothing to be woken by; two may be one caller who
 * tried again. Of fewer than 20 requests, what 95 of 100 do not exceed is the slowest.
 */
const fewest = { failures: 3, requests: 20 } as const;

/**
 * The share of a service's requests that failed. Those that did not are added to them: the counter of a class begins with
 * its first request, which no rate sees, and so the share would be more than all.
 */
export function failing(window: Seconds): string {
    const failed = `sum by (service) (rate(${frontFigures.failures}[${span(window)}]))`;
    const others = `sum by (service) (rate(${frontFigures.requests}{class!="5xx"}[${span(window)}]))`;
    return `${failed} / (${others} + ${failed} or ${failed})`;
}

/** Is so where more than a single request or two failed. */
export const repeatedly = (window: Seconds): string =>
    `sum by (service) (increase(${frontFigures.failures}[${span(window)}])) > ${fewest.failures - 0.5}`;

/** What 95 of 100 requests to a service did not exceed. */
export const slowest = (service: string, window: Seconds): string =>
    `histogram_quantile(0.95, sum by (service, le) (rate(${frontFigures.seconds}_bucket{service="${service}"}[${span(window)}])))`;

/** Is so where there were enough requests for a percentile to say something. */
export const often = (service: string, window: Seconds): string =>
    `sum by (service) (increase(${frontFigures.seconds}_count{service="${service}"}[${span(window)}])) > ${fewest.requests}`;
