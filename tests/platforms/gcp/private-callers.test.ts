import { strict as assert } from "node:assert";
import type { ServiceArgs } from "../../../platforms/platform";
import { plannedOn } from "../cloud";
import { ofType, theOnly } from "../engine";
import { plainService } from "../service-args";

/** Two services that call a third. */
const called = (bent: Partial<ServiceArgs>) =>
    plannedOn("pre-production", (platform, parent) => {
        const api = platform.service("api", { ...plainService, ...bent }, parent);
        for (const name of ["one", "two"])
            api.admit(
                `${name}-calls-api`,
                platform.identity(name, { account: `${name}-dev`, description: "" }, parent),
                parent,
            );
        assert.equal(api.reachedPrivately, bent.reachedBy === "balancer");
    });
const serviceType = "gcp:cloudrunv2/service:Service";

describe("a service behind a load balancer", () => {
    it("takes nothing from the internet but through it", async () => {
        const ingress = async (bent: Partial<ServiceArgs>) => theOnly(await called(bent), serviceType).inputs.ingress;
        assert.equal(await ingress({ reachedBy: "balancer" }), "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER");
        assert.equal(await ingress({}), "INGRESS_TRAFFIC_ALL");
    });

    it("is found by its callers through the environment's own network, by one zone", async () => {
        const resources = await called({ reachedBy: "balancer" });
        const zone = theOnly(resources, "gcp:dns/managedZone:ManagedZone").inputs;
        assert.deepEqual([zone.dnsName, zone.visibility], ["run.app.", "private"]);
        assert.deepEqual(zone.privateVisibilityConfig, { networks: [{ networkUrl: "cloud-network-id" }] });
        assert.equal(zone.labels.environment, "dev");
        const record = theOnly(resources, "gcp:dns/recordSet:RecordSet").inputs;
        assert.deepEqual([record.name, record.type], ["*.run.app.", "A"]);
        assert.deepEqual(
            record.rrdatas,
            [8, 9, 10, 11].map((last) => `199.36.153.${last}`),
        );
    });

    it("needs no such zone where it is open, nor where nobody calls it", async () => {
        assert.deepEqual(ofType(await called({}), "gcp:dns/managedZone:ManagedZone"), []);
        const alone = await plannedOn("pre-production", (platform, parent) =>
            platform.service("api", { ...plainService, reachedBy: "balancer" }, parent),
        );
        assert.deepEqual(ofType(alone, "gcp:dns/managedZone:ManagedZone"), []);
    });
});

describe("a public service", () => {
    const opened = async (bent: Partial<ServiceArgs>) => {
        const resources = await plannedOn("sandbox", (platform, parent) =>
            platform.service("api", { ...plainService, ...bent }, parent),
        );
        return [
            theOnly(resources, serviceType).inputs.invokerIamDisabled,
            ofType(resources, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember").map(({ inputs }) => inputs.member),
        ];
    };

    it("is opened by a grant to everybody, or without one where an organisation forbids it", async () => {
        assert.deepEqual(await opened({ publicBy: "grant" }), [false, ["allUsers"]]);
        assert.deepEqual(await opened({ publicBy: "no-check" }), [true, []]);
    });

    it("keeps the check where it is not public, however it would be opened", async () => {
        assert.deepEqual(await opened({ public: false, publicBy: "no-check" }), [false, []]);
    });
});
