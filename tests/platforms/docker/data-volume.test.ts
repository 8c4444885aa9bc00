import { strict as assert } from "node:assert";
import { dataVolume } from "../../../platforms/docker/data-volume";
import { type Made, made, plannedOnHost } from "./host";

type Tier = "sandbox" | "production";
const volume = async (existing?: string, tier: Tier = "sandbox"): Promise<Made> =>
    made(
        await plannedOnHost(
            (host, parent) => dataVolume(host, "database", { called: "voice-dev-database", existing }, parent),
            { tier },
        ),
        "database-data-volume",
    );

describe("the volume of a server's data", () => {
    it("is called after the server, and protected in production", async () => {
        const { inputs, protect, adopts } = await volume();
        assert.deepEqual([inputs.name, protect, adopts], ["voice-dev-database-data", false, ""]);
        assert.equal((await volume(undefined, "production")).protect, true);
    });

    it("is taken over where it exists: it must be there, nothing of it is changed, and nothing deletes it", async () => {
        const { inputs, protect, adopts, ignoreChanges, opts } = await volume("yarnify-data");
        assert.deepEqual([inputs.name, adopts], ["yarnify-data", "yarnify-data"]);
        assert.deepEqual([protect, opts.retainOnDelete], [true, true]);
        // Any of them would be another volume to the provider, and an import that is refused.
        assert.deepEqual(ignoreChanges, ["labels", "driver", "driverOpts"]);
    });
});
