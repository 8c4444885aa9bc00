import type { types } from "@pulumi/gcp";
import type { Seconds } from "../../../environment/units";
import { filterOf, type Series } from "./series";

export type Condition = types.input.monitoring.AlertPolicyCondition;

/** How one time series becomes a value for each window; which one is allowed depends on the metric's kind. */
export type Aligner =
    | "ALIGN_DELTA"
    | "ALIGN_RATE"
    | "ALIGN_MEAN"
    | "ALIGN_MAX"
    | "ALIGN_NEXT_OLDER"
    | "ALIGN_FRACTION_TRUE";
/** How several series become one. */
export type Reducer = "REDUCE_SUM" | "REDUCE_MAX" | "REDUCE_MEAN" | "REDUCE_COUNT_FALSE" | "REDUCE_PERCENTILE_95";

/** What is compared: `series` as one value for each window and each combination of the labels `by`. */
export interface Measure {
    readonly series: Series;
    /** In proportion to this. */
    readonly to?: Series | undefined;
    readonly window: Seconds;
    readonly align: Aligner;
    readonly reduce: Reducer;
    readonly by: readonly string[];
    /** How long it must be so, in whole minutes. Default: one window is enough. */
    readonly lasting?: Seconds | undefined;
}

/** Is true while the measure is above, or below, a threshold. */
export function compared(
    says: string,
    measure: Measure,
    comparison: "above" | "below",
    thresholdValue: number,
): Condition {
    const { series, to, window, align, reduce, by, lasting = 0 } = measure;
    const aggregations = [
        {
            alignmentPeriod: `${window}s`,
            perSeriesAligner: align,
            crossSeriesReducer: reduce,
            groupByFields: [...by],
        },
    ];
    return {
        displayName: says,
        conditionThreshold: {
            filter: filterOf(series),
            aggregations,
            ...(to === undefined ? {} : { denominatorFilter: filterOf(to), denominatorAggregations: aggregations }),
            // Alerts know no other comparisons: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#comparisontype
            comparison: comparison === "above" ? "COMPARISON_GT" : "COMPARISON_LT",
            thresholdValue,
            duration: `${lasting}s`,
        },
    };
}

/** Is true once for each log entry that matches; labels of the entry can stand in the alert's text. */
export const logged = (
    says: string,
    filter: readonly string[],
    labelExtractors?: Readonly<Record<string, string>>,
): Condition => ({
    displayName: says,
    conditionMatchedLog: { filter: filter.join(" AND "), ...(labelExtractors && { labelExtractors }) },
});
