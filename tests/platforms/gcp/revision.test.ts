import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceArgs } from "../../../platforms/platform";
import { cloud, plannedOn } from "../cloud";
import { planned, theOnly } from "../engine";
import { plainService } from "../service-args";

const inputsOf = async (bent: Partial<ServiceArgs>) => {
    const resources = await plannedOn("sandbox", (platform, parent) =>
        platform.service("api", { ...plainService, ...bent }, parent),
    );
    return theOnly(resources, "gcp:cloudrunv2/service:Service").inputs;
};
const revisionOf = async (bent: Partial<ServiceArgs> = {}): Promise<string> => (await inputsOf(bent)).template.revision;

describe("the name of a revision", () => {
    it("says service and release and ends in a hash of what it runs", async () => {
        assert.match(await revisionOf(), /^voice-api-dev-r1-[0-9a-f]{8}$/);
    });

    it("stays the same as long as what it runs does", async () => {
        const variables = { B: "2", A: "1" };
        assert.equal(await revisionOf({ variables }), await revisionOf({ variables: { A: "1", B: "2" } }));
    });

    it("changes with anything in the template, because Cloud Run refuses two templates of one name", async () => {
        const names = await Promise.all([
            // One after the other: an engine takes notes of one program at a time.
            await revisionOf(),
            await revisionOf({ variables: { A: "1" } }),
            await revisionOf({ concurrency: 40 }),
            await revisionOf({ args: ["api"] }),
            await revisionOf({ privateNetwork: true }),
            await revisionOf({ image: "europe-west2-docker.pkg.dev/acme/voice/api:2" }),
        ]);
        assert.equal(new Set(names).size, names.length);
    });

    it("does not depend on whether a value of the cloud's is known yet", async () => {
        const known = await revisionOf({ variables: { API_URL: pulumi.output("https://one.run.app") } });
        const other = await revisionOf({ variables: { API_URL: pulumi.output("https://two.run.app") } });
        assert.equal(known, other);
    });

    it("changes when a variable refers to another secret", async () => {
        const reading = async (called: string) => {
            const resources = await planned(() => {
                const platform = cloud();
                const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
                const secret = platform.secret("token", { called }, parent);
                platform.service("api", { ...plainService, variables: { TOKEN: secret } }, parent);
            });
            return theOnly(resources, "gcp:cloudrunv2/service:Service").inputs.template.revision;
        };
        assert.notEqual(await reading("token"), await reading("other-token"));
    });

    it("fits into 63 characters and begins with the service's name, however long that is", async () => {
        const serviceName = `v${"o".repeat(48)}`;
        const revision = await revisionOf({ serviceName, release: "r2026-11-3-hotfix-12" });
        assert.ok(revision.length <= 63, revision);
        assert.ok(revision.startsWith(`${serviceName}-`));
        assert.match(revision, /^[a-z]([a-z0-9-]*[a-z0-9])?$/);
    });
});

describe("the traffic of a service", () => {
    it("all goes to this release's revision, by name", async () => {
        const inputs = await inputsOf({});
        assert.deepEqual(inputs.traffics, [
            {
                type: "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION",
                revision: inputs.template.revision,
                percent: 100,
            },
        ]);
    });

    it("MVA-9 goes back to an earlier revision without a new one being deployed", async () => {
        const before = await inputsOf({});
        const back = await inputsOf({ servingRevision: "voice-api-dev-r0-0a1b2c3d" });
        assert.deepEqual(back.template, before.template);
        assert.equal(back.traffics[0].revision, "voice-api-dev-r0-0a1b2c3d");
    });
});
