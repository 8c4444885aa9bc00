/** Time series of one kind, narrowed by labels: what an alert, an objective or a chart looks at. */
export interface Series {
    readonly metric: string;
    readonly resource: string;
    /** Further conditions in Monitoring's own language, all of which hold. */
    readonly where: readonly string[];
}

/**
 * A project belongs to one environment, so a series of the whole project is the environment's, and what somebody adds to
 * it by hand is watched from its first minute.
 */
export const series = (resource: string, metric: string, ...where: readonly string[]): Series => ({
    metric,
    resource,
    where,
});

/** An alert's filter must name both the metric and the resource. https://cloud.google.com/monitoring/api/v3/filters */
export const filterOf = ({ resource, metric, where }: Series): string =>
    [`resource.type = "${resource}"`, `metric.type = "${metric}"`, ...where].join(" AND ");
