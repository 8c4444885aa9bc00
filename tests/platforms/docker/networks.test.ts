import { strict as assert } from "node:assert";
import { ofType } from "../engine";
import { made, networkType, plannedOnHost } from "./host";

describe("the networks of an environment on Docker", () => {
    it("are one for services, with a way out, and one for data without", async () => {
        const resources = await plannedOnHost((host) => [host.networks.services, host.networks.data]);
        assert.equal(made(resources, "host-services-network").inputs.internal, false);
        assert.equal(made(resources, "host-data-network").inputs.internal, true);
    });

    it("carry the project's and the environment's names, since all that runs on a host shares one list", async () => {
        const resources = await plannedOnHost((host) => [host.networks.services, host.networks.data]);
        assert.deepEqual(
            ofType(resources, networkType).map(({ inputs }) => [inputs.name, inputs.driver]),
            [
                ["voice-dev-services", "bridge"],
                ["voice-dev-data", "bridge"],
            ],
        );
    });

    it("are each made once, and only where something needs them", async () => {
        const resources = await plannedOnHost((host) => [host.networks.data, host.networks.data]);
        assert.deepEqual(
            ofType(resources, networkType).map(({ name }) => name),
            ["host-data-network"],
        );
        assert.equal(made(resources, "host-data-network").opts.deleteBeforeReplace, true);
    });
});
