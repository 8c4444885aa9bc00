import type { Monitored } from "../description";
import type { Panel } from "./panel";
import { type Row, rows } from "./rows";

/** Grafana divides the page into so many columns. */
const columns = 24;

/** The dashboard's address in Grafana: `/d/environment`. */
export const dashboardUid = "environment";

/** The environment's dashboard as Grafana's JSON. https://grafana.com/docs/grafana/v12.4/dashboards/build-dashboards/view-dashboard-json-model/ */
export function dashboard(monitored: Monitored): string {
    const { project, environment, tier } = monitored;
    return JSON.stringify(
        {
            uid: dashboardUid,
            title: `${project}: ${environment} (${tier})`,
            tags: [project, environment],
            timezone: "browser",
            editable: false,
            graphTooltip: 1,
            refresh: "30s",
            time: { from: "now-3h", to: "now" },
            schemaVersion: 42,
            panels: placed(rows(monitored)),
        },
        undefined,
        2,
    );
}

/** Each row below the one before it, its panels from left to right as long as there is room. */
function placed(all: readonly Row[]): readonly object[] {
    const panels: object[] = [];
    let top = 0;
    for (const { title, panels: own } of all) {
        panels.push({
            id: panels.length + 1,
            type: "row",
            title,
            collapsed: false,
            gridPos: { x: 0, y: top, w: columns, h: 1 },
            panels: [],
        });
        top += 1;
        let [left, height] = [0, 0];
        for (const panel of own) {
            if (left + panel.width > columns) {
                top += height;
                [left, height] = [0, 0];
            }
            panels.push(shown(panel, panels.length + 1, left, top));
            left += panel.width;
            height = Math.max(height, panel.height);
        }
        top += height;
    }
    return panels;
}

const shown = ({ title, width, height, shape }: Panel, id: number, x: number, y: number): object => ({
    id,
    title,
    gridPos: { x, y, w: width, h: height },
    ...shape,
});
