/** By which Grafana names the places that it asks. */
export const sources = {
    prometheus: { type: "prometheus", uid: "prometheus" },
    loki: { type: "loki", uid: "loki" },
} as const;

/** Units by Grafana's own names. */
export type Unit = "reqps" | "percentunit" | "s" | "short" | "bytes" | "Bps";

/** One question to Prometheus, and how its series are called. */
export interface Query {
    readonly expr: string;
    readonly legend: string;
}

export interface Panel {
    readonly title: string;
    /** Of 24 in a row. */
    readonly width: number;
    readonly height: number;
    readonly shape: Readonly<Record<string, unknown>>;
}

interface Drawn {
    readonly unit: Unit;
    /** From here on it is drawn in red. */
    readonly limit?: number | undefined;
    readonly width?: number | undefined;
    readonly help?: string | undefined;
}

/** Lines over time. */
export const chart = (title: string, drawn: Drawn, ...queries: readonly Query[]): Panel => ({
    title,
    width: drawn.width ?? 8,
    height: 8,
    shape: {
        type: "timeseries",
        ...(drawn.help === undefined ? {} : { description: drawn.help }),
        datasource: sources.prometheus,
        targets: targets(queries),
        fieldConfig: {
            defaults: {
                unit: drawn.unit,
                min: 0,
                custom: {
                    lineWidth: 1,
                    fillOpacity: 8,
                    showPoints: "never",
                    ...(drawn.limit === undefined ? {} : { thresholdsStyle: { mode: "line" } }),
                },
                thresholds: thresholds(drawn.limit, "red"),
            },
            overrides: [],
        },
        options: {
            legend: { displayMode: "list", placement: "bottom", showLegend: true },
            tooltip: { mode: "multi", sort: "desc" },
        },
    },
});

/** The figures of now. `enough`: what is less than that is drawn in red. */
export const figures = (
    title: string,
    drawn: Omit<Drawn, "limit"> & { readonly enough: number },
    ...queries: readonly Query[]
): Panel => ({
    title,
    width: drawn.width ?? 8,
    height: 8,
    shape: {
        type: "stat",
        ...(drawn.help === undefined ? {} : { description: drawn.help }),
        datasource: sources.prometheus,
        targets: targets(queries).map((target) => ({ ...target, instant: true, range: false })),
        fieldConfig: {
            defaults: {
                unit: drawn.unit,
                thresholds: {
                    mode: "absolute",
                    steps: [
                        { color: "red", value: null },
                        { color: "green", value: drawn.enough },
                    ],
                },
            },
            overrides: [],
        },
        options: {
            colorMode: "background",
            graphMode: "none",
            textMode: "value_and_name",
            reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false },
        },
    },
});

/** A table of what is so now, a line for each series, with these of its labels. */
export const list = (title: string, expr: string, labels: readonly string[], width: number): Panel => ({
    title,
    width,
    height: 8,
    shape: {
        type: "table",
        datasource: sources.prometheus,
        targets: [{ refId: "A", expr, instant: true, range: false, format: "table" }],
        transformations: [
            { id: "filterFieldsByName", options: { include: { names: [...labels] } } },
            {
                id: "organize",
                options: { indexByName: Object.fromEntries(labels.map((label, index) => [label, index])) },
            },
        ],
        fieldConfig: { defaults: {}, overrides: [] },
        options: { showHeader: true, cellHeight: "sm" },
    },
});

/** Lines of logs, the newest first. */
export const lines = (title: string, expr: string): Panel => ({
    title,
    width: 24,
    height: 12,
    shape: {
        type: "logs",
        datasource: sources.loki,
        targets: [{ refId: "A", expr, queryType: "range", maxLines: 500 }],
        options: {
            showTime: true,
            wrapLogMessage: true,
            prettifyLogMessage: false,
            enableLogDetails: true,
            sortOrder: "Descending",
            dedupStrategy: "none",
        },
    },
});

const targets = (queries: readonly Query[]) =>
    queries.map(({ expr, legend }, index) => ({
        refId: String.fromCharCode("A".charCodeAt(0) + index),
        expr,
        legendFormat: legend,
    }));

const thresholds = (limit: number | undefined, color: string) => ({
    mode: "absolute",
    steps: [{ color: "green", value: null }, ...(limit === undefined ? [] : [{ color, value: limit }])],
});
