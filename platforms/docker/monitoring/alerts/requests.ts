import type { Seconds } from "../../../../environment/units";
import { frontFigures } from "../figures";
import { span } from "./promql";

/** One failure among the two requests of a quiet night is half of them, and nothing to be woken by. */
const fewest = { failures: 3, requests: 20 } as const;

/** The share of a service's requests that failed. */
export const failing = (window: Seconds): string =>
    `sum by (service) (rate(${frontFigures.failures}[${span(window)}])) / sum by (service) (rate(${frontFigures.requests}[${span(window)}]))`;

/** Is so where more than a single request or two failed. */
export const repeatedly = (window: Seconds): string =>
    `sum by (service) (increase(${frontFigures.failures}[${span(window)}])) > ${fewest.failures - 0.5}`;

/** What 95 of 100 requests to a service did not exceed. */
export const slowest = (service: string, window: Seconds): string =>
    `histogram_quantile(0.95, sum by (service, le) (rate(${frontFigures.seconds}_bucket{service="${service}"}[${span(window)}])))`;

/** Is so where there were enough requests for a percentile to say something. */
export const often = (service: string, window: Seconds): string =>
    `sum by (service) (increase(${frontFigures.seconds}_count{service="${service}"}[${span(window)}])) > ${fewest.requests}`;
