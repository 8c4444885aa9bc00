import * as monitoring from "@pulumi/gcp/monitoring";
import type * as pulumi from "@pulumi/pulumi";
import type { WatchArgs } from "../../platform";
import type { Foundation } from "../foundation";
import { type Chart, charts } from "./charts";
import { filterOf } from "./series";

/** Google's grid for tiles, of which two stand side by side. */
const columns = 12;
const tile = { width: columns / 2, height: 4 } as const;

/** One page that shows all of an environment. */
export function dashboard(
    { environment, project }: Foundation,
    name: string,
    args: WatchArgs,
    { parent, dependsOn }: { readonly parent: pulumi.Resource; readonly dependsOn: readonly pulumi.Resource[] },
): monitoring.Dashboard {
    const drawn = charts(args);
    const rows = Math.ceil(drawn.length / 2);
    const page = {
        displayName: `Voice platform: ${environment}`,
        mosaicLayout: {
            columns,
            tiles: [
                ...drawn.map((chart, index) => ({
                    ...place((index % 2) * tile.width, Math.floor(index / 2) * tile.height),
                    ...tile,
                    widget: widget(chart),
                })),
                {
                    ...place(0, rows * tile.height),
                    width: columns,
                    height: 2 * tile.height,
                    // No `resourceNames`: Google writes the project's number there, and every plan would differ.
                    widget: { title: "Warnings and errors", logsPanel: { filter: "severity>=WARNING" } },
                },
            ],
        },
    };
    return new monitoring.Dashboard(
        `${name}-dashboard`,
        { project, dashboardJson: JSON.stringify(page) },
        { parent, dependsOn: [...dependsOn] },
    );
}

/**
 * Google leaves out a position that is zero and adds what is not said. The provider overlooks what was added, but not what
 * was left out: a zero that is written would differ for ever.
 * https://github.com/hashicorp/terraform-provider-google/issues/16173
 */
const place = (xPos: number, yPos: number): { readonly xPos?: number; readonly yPos?: number } => ({
    ...(xPos === 0 ? {} : { xPos }),
    ...(yPos === 0 ? {} : { yPos }),
});

const widget = ({ title, lines }: Chart) => ({
    title,
    xyChart: {
        dataSets: lines.map(({ series, align, reduce, by }) => ({
            plotType: "LINE",
            timeSeriesQuery: {
                timeSeriesFilter: {
                    filter: filterOf(series),
                    aggregation: {
                        alignmentPeriod: "60s",
                        perSeriesAligner: align,
                        crossSeriesReducer: reduce,
                        groupByFields: [by],
                    },
                },
            },
        })),
    },
});
