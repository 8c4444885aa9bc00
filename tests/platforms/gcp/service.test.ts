import { strict as assert } from "node:assert";
import type { Tier } from "../../../environment";
import { seconds } from "../../../environment/units";
import type { ServiceArgs } from "../../../platforms/platform";
import { plannedOn } from "../cloud";
import { ofType, type Registered, theOnly } from "../engine";
import { plainService } from "../service-args";

const serviceType = "gcp:cloudrunv2/service:Service";
const planService = (bent: Partial<ServiceArgs> = {}, tier: Tier = "sandbox"): Promise<readonly Registered[]> =>
    plannedOn(tier, (platform, parent) => platform.service("api", { ...plainService, ...bent }, parent));
const serviceInputs = async (bent: Partial<ServiceArgs> = {}, tier: Tier = "sandbox") =>
    theOnly(await planService(bent, tier), serviceType).inputs;

describe("a Cloud Run service", () => {
    it("says project, region, name and who it belongs to", async () => {
        const inputs = await serviceInputs();
        assert.equal(inputs.project, "acme-voice-dev");
        assert.equal(inputs.location, "europe-west2");
        assert.equal(inputs.name, "voice-api-dev");
        const labels = { environment: "dev", tier: "sandbox", component: "api" };
        assert.deepEqual(inputs.labels, labels);
        assert.deepEqual(inputs.template.labels, labels);
    });

    it("runs under an identity of its own, which may do nothing more than it needs", async () => {
        const resources = await planService();
        const account = theOnly(resources, "gcp:serviceaccount/account:Account");
        assert.equal(
            theOnly(resources, serviceType).inputs.template.serviceAccount,
            `${account.inputs.accountId}@acme-voice-dev.iam.gserviceaccount.com`,
        );
        assert.equal(ofType(resources, "gcp:projects/iAMMember:IAMMember").length, 0);
        assert.equal(ofType(resources, "gcp:secretmanager/secretIamMember:SecretIamMember").length, 0);
    });

    it("MVA-2 caps the instances of the service as well as of the revision, and keeps none when idle", async () => {
        const inputs = await serviceInputs({ instances: { min: 0, max: 1 } });
        assert.deepEqual(inputs.scaling, { minInstanceCount: 0, maxInstanceCount: 1 });
        assert.deepEqual(inputs.template.scaling, { maxInstanceCount: 1 });
    });

    it("VOX-2 scales on open connections, not on CPU, where it is told to", async () => {
        const inputs = await serviceInputs({ scaleOn: { metric: "connections", target: 0.7 } });
        assert.equal(inputs.template.scaling.concurrencyUtilization, 0.7);
        assert.equal(inputs.template.scaling.cpuUtilization, 0);
        assert.equal(inputs.launchStage, "BETA");
        assert.equal(inputs.template.containers[0].resources.cpuIdle, false);
    });

    it("leaves scaling on requests to Cloud Run", async () => {
        const inputs = await serviceInputs();
        assert.equal(inputs.template.scaling.concurrencyUtilization, undefined);
        assert.equal(inputs.launchStage, "GA");
        assert.equal(inputs.template.containers[0].resources.cpuIdle, true);
    });

    it("ORB-9 is checked every 30 s and replaced after 2 failures, by the platform's own probe", async () => {
        const [container] = (await serviceInputs()).template.containers;
        assert.deepEqual(container.livenessProbe.httpGet, { path: "/health", port: 3000 });
        assert.equal(container.livenessProbe.periodSeconds, 30);
        assert.equal(container.livenessProbe.failureThreshold, 2);
    });

    it("waits less for an answer than until the next check, however often it checks", async () => {
        for (const interval of ["1s", "2s", "5s", "240s"]) {
            const health = { path: "/health", interval: seconds(interval), failures: 1 };
            const [{ livenessProbe }] = (await serviceInputs({ health })).template.containers;
            assert.ok(livenessProbe.timeoutSeconds >= 1);
            assert.ok(livenessProbe.timeoutSeconds <= livenessProbe.periodSeconds);
            assert.ok(livenessProbe.timeoutSeconds < livenessProbe.periodSeconds || interval === "1s");
        }
    });

    it("checks in whole seconds, which is all that Cloud Run counts", async () => {
        const health = { path: "/health", interval: seconds("1500ms"), failures: 1 };
        const [{ livenessProbe }] = (await serviceInputs({ health })).template.containers;
        assert.equal(livenessProbe.periodSeconds, 2);
    });

    it("ORB-21 has three minutes to start, which is within Cloud Run's four", async () => {
        const [{ startupProbe }] = (await serviceInputs()).template.containers;
        assert.equal(startupProbe.periodSeconds * startupProbe.failureThreshold, 180);
        assert.ok(startupProbe.timeoutSeconds < startupProbe.periodSeconds);
    });

    it("reaches private addresses through the environment's network only where it must", async () => {
        const alone = await planService();
        assert.equal(ofType(alone, "gcp:compute/network:Network").length, 0);
        assert.equal(theOnly(alone, serviceType).inputs.template.vpcAccess, undefined);

        const { vpcAccess } = (await serviceInputs({ privateNetwork: true })).template;
        assert.equal(vpcAccess.egress, "PRIVATE_RANGES_ONLY");
        assert.deepEqual(vpcAccess.networkInterfaces, [
            { network: "cloud-network-id", subnetwork: "cloud-subnetwork-id" },
        ]);
    });

    it("sends a client back to its instance only where it is asked to", async () => {
        assert.equal((await serviceInputs()).template.sessionAffinity, false);
        assert.equal((await serviceInputs({ sticky: true })).template.sessionAffinity, true);
    });

    it("can be destroyed below production and refuses in it", async () => {
        assert.equal((await serviceInputs({}, "sandbox")).deletionProtection, false);
        assert.equal((await serviceInputs({}, "pre-production")).deletionProtection, false);
        assert.equal((await serviceInputs({}, "production")).deletionProtection, true);
    });

    it("is open to everybody where it is public, and to the callers it admits where it is not", async () => {
        const grants = async (open: boolean) => {
            const resources = await plannedOn("sandbox", (platform, parent) => {
                const service = platform.service("api", { ...plainService, public: open }, parent);
                const caller = platform.identity("caller", { account: "caller-dev", description: "" }, parent);
                service.admit("caller-calls-api", caller, parent);
            });
            return ofType(resources, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember").map(({ inputs }) => [
                inputs.role,
                inputs.member,
            ]);
        };
        const caller = "serviceAccount:caller-dev@acme-voice-dev.iam.gserviceaccount.com";
        assert.deepEqual(await grants(true), [["roles/run.invoker", "allUsers"]]);
        assert.deepEqual(await grants(false), [["roles/run.invoker", caller]]);
    });

    it("refuses a name that Cloud Run would refuse", async () => {
        await assert.rejects(planService({ serviceName: "a".repeat(50) }), /longer than Cloud Run's 49/);
    });

    it("refuses a variable that Cloud Run sets itself", async () => {
        await assert.rejects(planService({ variables: { PORT: "3000" } }), /Cloud Run sets PORT itself/);
    });
});
