import { strict as assert } from "node:assert";
import { mebibytes } from "../../../environment/units";
import type { RedisArgs } from "../../../platforms/platform";
import { cloud, plannedOn } from "../cloud";
import { named, ofType, planned, theOnly } from "../engine";

const plainRedis: RedisArgs = { version: "7.2", memory: mebibytes("1Gi"), availability: "basic" };
const apiType = "gcp:projects/service:Service";

describe("the foundation on Google Cloud", () => {
    it("makes nothing before something needs it", async () => {
        const resources = await planned(() => cloud());
        assert.deepEqual(
            resources.map(({ type }) => type),
            ["ringfence:index:GoogleCloud"],
        );
    });

    it("switches on the APIs that are needed, each once, and never off", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) => {
            platform.identity("one", { account: "one-dev", description: "" }, parent);
            platform.identity("two", { account: "two-dev", description: "" }, parent);
        });
        const apis = ofType(resources, apiType);
        assert.deepEqual(apis.map(({ inputs }) => inputs.service).sort(), [
            "cloudresourcemanager.googleapis.com",
            "iam.googleapis.com",
        ]);
        for (const { inputs, parent } of apis) {
            assert.equal(inputs.disableOnDestroy, false);
            assert.equal(inputs.project, "acme-voice-dev");
            assert.equal(parent, "cloud");
        }
    });

    it("makes a resource wait for the API that it uses", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) =>
            platform.identity("one", { account: "one-dev", description: "" }, parent),
        );
        assert.deepEqual(named(resources, "one").dependsOn, ["cloud-iam-api"]);
        assert.deepEqual(named(resources, "cloud-iam-api").dependsOn, ["cloud-cloudresourcemanager-api"]);
    });

    it("gives a service account a name of 6 to 30 characters", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) => {
            platform.identity("short", { account: "a-b", description: "" }, parent);
            platform.identity("long", { account: "a-service-with-quite-a-long-name-dev", description: "" }, parent);
        });
        for (const { inputs } of ofType(resources, "gcp:serviceaccount/account:Account"))
            assert.match(inputs.accountId, /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/);
    });

    it("has one network of its own for everything with a private address", async () => {
        const resources = await plannedOn("pre-production", (platform, parent) => {
            platform.redis("one", plainRedis, parent);
            platform.redis("two", plainRedis, parent);
        });
        const { inputs } = theOnly(resources, "gcp:compute/network:Network");
        assert.equal(inputs.autoCreateSubnetworks, false);
        assert.equal(inputs.name, "dev-a1b2");
        const range = theOnly(resources, "gcp:compute/globalAddress:GlobalAddress").inputs;
        assert.deepEqual([range.purpose, range.addressType], ["VPC_PEERING", "INTERNAL"]);
        const connection = theOnly(resources, "gcp:servicenetworking/connection:Connection");
        assert.deepEqual(connection.inputs.reservedPeeringRanges, [range.name]);
        assert.ok(connection.dependsOn.includes("cloud-servicenetworking-api"));
    });

    it("leaves the network behind on a destroy, which Google would refuse for days", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) => platform.redis("redis", plainRedis, parent));
        for (const type of [
            "gcp:compute/network:Network",
            "gcp:compute/globalAddress:GlobalAddress",
            "gcp:servicenetworking/connection:Connection",
        ])
            assert.equal(theOnly(resources, type).inputs.deletionPolicy, "ABANDON");
    });

    it("logs what flows in the network above the sandbox", async () => {
        const flowLogs = async (tier: "sandbox" | "pre-production" | "production") => {
            const resources = await plannedOn(tier, (platform) => platform.network.subnetwork);
            return theOnly(resources, "gcp:compute/subnetwork:Subnetwork").inputs.logConfig !== undefined;
        };
        assert.deepEqual(
            [await flowLogs("sandbox"), await flowLogs("pre-production"), await flowLogs("production")],
            [false, true, true],
        );
    });
});
