import { strict as assert } from "node:assert";
import { theOnly } from "../../engine";
import { planWatch, servicesAlone } from "./watch-args";

interface Tile {
    readonly xPos?: number;
    readonly yPos?: number;
    readonly width: number;
    readonly height: number;
    readonly widget: { readonly title: string; readonly xyChart?: object; readonly logsPanel?: object };
}
const jsonOf = async (...args: Parameters<typeof planWatch>): Promise<string> =>
    theOnly(await planWatch(...args), "gcp:monitoring/dashboard:Dashboard").inputs.dashboardJson;
const tilesOf = async (...args: Parameters<typeof planWatch>): Promise<readonly Tile[]> =>
    JSON.parse(await jsonOf(...args)).mosaicLayout.tiles;
const titles = (tiles: readonly Tile[]) => tiles.map(({ widget }) => widget.title);

describe("the dashboard", () => {
    it("shows requests, errors, latency, calls, instances, stores, jobs and logs, in every tier", async () => {
        for (const tier of ["sandbox", "production"] as const) {
            const shown = titles(await tilesOf(tier)).join("\n");
            for (const what of [
                /Requests/,
                /errors/,
                /Latency of api-dev/,
                /open connections/,
                /Instances/,
                /Database/,
            ])
                assert.match(shown, what);
            for (const what of [/Redis/, /Jobs/, /load balancer/, /Replicas/, /Warnings and errors/])
                assert.match(shown, what);
        }
    });

    it("shows nothing that is not there", async () => {
        const shown = titles(await tilesOf("production", {}, servicesAlone)).join("\n");
        assert.doesNotMatch(shown, /Database|Redis|Jobs|load balancer|Firestore/);
        const firestore = await tilesOf("sandbox", { database: { engine: "firestore" } }, servicesAlone);
        assert.match(titles(firestore).join("\n"), /Firestore: documents read/);
    });

    it("has tiles that neither overlap nor leave the grid", async () => {
        const taken = new Set<string>();
        for (const { xPos = 0, yPos = 0, width, height } of await tilesOf("production")) {
            assert.ok(xPos + width <= 12);
            for (let x = xPos; x < xPos + width; x++)
                for (let y = yPos; y < yPos + height; y++) {
                    assert.ok(!taken.has(`${x},${y}`));
                    taken.add(`${x},${y}`);
                }
        }
    });

    it("says nothing that Google would answer otherwise: no zero, no name, no project number", async () => {
        const json = await jsonOf("production");
        assert.doesNotMatch(json, /:0[,}]|"name"|"etag"|resourceNames|\[\]|null/);
        assert.equal(json, await jsonOf("production"));
    });
});
