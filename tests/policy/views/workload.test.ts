import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { asWorkload, type Workload } from "../../../policy/views";
import { preProduction } from "../environments";
import { resource, unknown } from "../facts-builders";

type Inputs = Readonly<Record<string, Value>>;
function read(type: string, inputs: Inputs): Workload {
    const workload = asWorkload(resource(preProduction(), type, "it", inputs));
    assert.ok(workload, `${type} is no workload`);
    return workload;
}
const names = ({ variables }: Workload) => variables.map(({ name }) => name);
const container = { image: "agent", envs: [{ name: "A", value: "1" }] };

describe("a workload is read from", () => {
    it("a Cloud Run service", () => {
        const workload = read("gcp:cloudrunv2/service:Service", {
            name: "api",
            labels: { tier: "x" },
            scaling: { minInstanceCount: 1, maxInstanceCount: 3 },
            template: {
                serviceAccount: "a@p.iam.gserviceaccount.com",
                timeout: "300s",
                maxInstanceRequestConcurrency: 80,
                labels: { component: "api" },
                scaling: { maxInstanceCount: 5, concurrencyUtilization: 0.7, cpuUtilization: 0 },
                containers: [{ ...container, startupProbe: {} }, { image: "sidecar" }],
                volumes: [
                    { name: "keys", secret: { secret: "keys" } },
                    { name: "share", nfs: { server: "10.0.0.9", path: "/" } },
                ],
            },
        });
        assert.equal(workload.kind, "service");
        assert.equal(workload.name, "api");
        assert.deepEqual(workload.images, ["agent", "sidecar"]);
        assert.equal(workload.identity, "a@p.iam.gserviceaccount.com");
        assert.deepEqual(names(workload), ["A"]);
        assert.deepEqual(workload.secrets, ["keys"]);
        assert.deepEqual(workload.volumes, [{ kind: "file-share", source: "10.0.0.9", path: "share" }]);
        assert.deepEqual(workload.labels, { component: "api", tier: "x" });
        assert.deepEqual(workload.scaling, {
            min: 1,
            max: 3,
            concurrency: 80,
            concurrencyUtilization: 0.7,
            cpuUtilization: 0,
        });
        assert.equal(workload.timeout, 300);
        assert.equal(workload.probed, true);
        assert.equal(workload.unread.size, 0);
    });

    it("a Cloud Run job, whose template holds another", () => {
        const workload = read("gcp:cloudrunv2/job:Job", {
            template: { template: { serviceAccount: "a@p.iam.gserviceaccount.com", containers: [container] } },
        });
        assert.equal(workload.kind, "job");
        assert.equal(workload.name, "it");
        assert.deepEqual(workload.images, ["agent"]);
        assert.equal(workload.identity, "a@p.iam.gserviceaccount.com");
    });

    it("a Cloud Run worker pool", () => {
        assert.equal(read("gcp:cloudrunv2/workerPool:WorkerPool", { template: { containers: [] } }).kind, "pool");
    });

    it("a service of Cloud Run's first API, much of it in annotations", () => {
        const workload = read("gcp:cloudrun/service:Service", {
            name: "api",
            metadata: { labels: { tier: "x" } },
            template: {
                metadata: {
                    labels: { component: "api" },
                    annotations: {
                        "autoscaling.knative.dev/minScale": "1",
                        "autoscaling.knative.dev/maxScale": "3",
                        "run.googleapis.com/cloudsql-instances": "p:europe-west2:a,p:europe-west2:b",
                        "run.googleapis.com/vpc-access-connector": "connector",
                    },
                },
                spec: {
                    serviceAccountName: "a@p.iam.gserviceaccount.com",
                    timeoutSeconds: 300,
                    containerConcurrency: 80,
                    containers: [{ ...container, livenessProbe: {} }],
                    volumes: [
                        { name: "keys", secret: { secretName: "keys" } },
                        { name: "share", nfs: { server: "10.0.0.9" } },
                    ],
                },
            },
        });
        assert.equal(workload.identity, "a@p.iam.gserviceaccount.com");
        assert.deepEqual(workload.scaling, { min: 1, max: 3, concurrency: 80 });
        assert.deepEqual(workload.networks, ["connector"]);
        assert.deepEqual(
            workload.volumes.map(({ kind, source }) => [kind, source]),
            [
                ["cloud-sql", "p:europe-west2:a"],
                ["cloud-sql", "p:europe-west2:b"],
                ["file-share", "10.0.0.9"],
            ],
        );
        assert.deepEqual(workload.secrets, ["keys"]);
        assert.deepEqual(workload.labels, { component: "api", tier: "x" });
        assert.equal(workload.timeout, 300);
        assert.equal(workload.probed, true);
    });

    it("a Cloud Function of either generation", () => {
        const second = read("gcp:cloudfunctionsv2/function:Function", {
            serviceConfig: {
                environmentVariables: { A: "1" },
                secretEnvironmentVariables: [{ key: "B", projectId: "acme-voice", secret: "b", version: "latest" }],
                secretVolumes: [{ mountPath: "/keys", projectId: "acme-voice", secret: "keys" }],
                serviceAccountEmail: "a@p.iam.gserviceaccount.com",
                maxInstanceCount: 3,
                timeoutSeconds: 60,
            },
        });
        assert.equal(second.kind, "function");
        assert.deepEqual(names(second), ["A", "B"]);
        assert.deepEqual(second.variables[1]?.secret, "projects/acme-voice/secrets/b");
        assert.deepEqual(second.secrets, ["projects/acme-voice/secrets/keys"]);
        assert.deepEqual([second.scaling.max, second.timeout], [3, 60]);
        const first = read("gcp:cloudfunctions/function:Function", {
            environmentVariables: { A: "1" },
            serviceAccountEmail: "a@p.iam.gserviceaccount.com",
            maxInstances: 2,
            timeout: 30,
        });
        assert.deepEqual([names(first), first.scaling.max, first.timeout], [["A"], 2, 30]);
        assert.equal(first.identity, "a@p.iam.gserviceaccount.com");
    });

    it("a Docker container", () => {
        const workload = read("docker:index/container:Container", {
            image: "agent",
            envs: ["A=1", "B=x=y"],
            labels: [{ label: "tier", value: "x" }, { label: "half" }],
            networksAdvanced: [{ name: "own" }],
            networkMode: "host",
            volumes: [
                { volumeName: "data", containerPath: "/data" },
                { hostPath: "/srv", containerPath: "/srv" },
                { fromContainer: "other", containerPath: "/o" },
            ],
            mounts: [
                { type: "volume", source: "more", target: "/more" },
                { type: "bind", source: "/etc", target: "/etc" },
                { type: "tmpfs", source: "none", target: "/tmp" },
            ],
            destroyGraceSeconds: 60,
        });
        assert.deepEqual(
            workload.variables.map(({ name, value }) => [name, value]),
            [
                ["A", "1"],
                ["B", "x=y"],
            ],
        );
        assert.deepEqual(workload.labels, { tier: "x" });
        assert.deepEqual(workload.networks, ["own", "host"]);
        assert.deepEqual(
            workload.volumes.map(({ kind, source }) => [kind, source]),
            [
                ["named", "data"],
                ["host-path", "/srv"],
                ["lent", "other"],
                ["named", "more"],
                ["host-path", "/etc"],
            ],
        );
        assert.equal(workload.grace, 60);
        assert.equal(workload.probed, false);
    });

    it("a service of a Docker swarm", () => {
        const workload = read("docker:index/service:Service", {
            taskSpec: {
                containerSpec: { image: "agent", env: { A: "1" }, secrets: [{ secretName: "keys" }] },
                networksAdvanceds: [{ name: "own" }],
            },
        });
        assert.deepEqual(workload.images, ["agent"]);
        assert.deepEqual(names(workload), ["A"]);
        assert.deepEqual(workload.networks, ["own"]);
        assert.deepEqual(workload.secrets, ["keys"]);
    });

    describe("Kubernetes", () => {
        const pod: Value = {
            serviceAccountName: "agent",
            terminationGracePeriodSeconds: 90,
            containers: [{ image: "agent", env: [{ name: "A", value: "1" }], readinessProbe: {} }],
            initContainers: [
                { image: "migrate", envFrom: [{ secretRef: { name: "all" } }, { configMapRef: { name: "map" } }] },
            ],
            volumes: [
                { name: "keys", secret: { secretName: "keys" } },
                { name: "data", persistentVolumeClaim: { claimName: "data" } },
                { name: "srv", hostPath: { path: "/srv" } },
                { name: "share", nfs: { server: "10.0.0.9" } },
            ],
        };
        const template: Value = { spec: pod };
        const shapes: readonly (readonly [string, Value, string])[] = [
            ["core/v1:Pod", pod, "service"],
            ["apps/v1:Deployment", { template }, "service"],
            ["apps/v1:StatefulSet", { template }, "service"],
            ["apps/v1:DaemonSet", { template }, "service"],
            ["batch/v1:Job", { template }, "job"],
            ["batch/v1:CronJob", { jobTemplate: { spec: { template } } }, "job"],
        ];
        for (const [type, spec, kind] of shapes) {
            it(`as ${type}`, () => {
                const workload = read(`kubernetes:${type}`, { metadata: { name: "api", labels: { tier: "x" } }, spec });
                assert.equal(workload.kind, kind);
                assert.equal(workload.name, "api");
                assert.deepEqual(workload.images, ["agent", "migrate"]);
                assert.equal(workload.identity, "agent");
                assert.deepEqual(workload.secrets, ["keys", "all", "map"]);
                assert.deepEqual(
                    workload.volumes.map(({ kind, source }) => [kind, source]),
                    [
                        ["named", "data"],
                        ["host-path", "/srv"],
                        ["file-share", "10.0.0.9"],
                    ],
                );
                assert.deepEqual(names(workload), ["A"]);
                assert.deepEqual(workload.labels, { tier: "x" });
                assert.equal(workload.grace, 90);
                assert.equal(workload.probed, true);
            });
        }
        it("a pod is one instance, replicas are many", () => {
            assert.equal(read("kubernetes:core/v1:Pod", { spec: pod }).scaling.max, 1);
            assert.equal(read("kubernetes:apps/v1:Deployment", { spec: { replicas: 3, template } }).scaling.max, 3);
        });
    });

    it("a Cloudflare Worker", () => {
        const workload = read("cloudflare:index/workersScript:WorkersScript", {
            scriptName: "entry",
            bindings: [
                { type: "plain_text", name: "A", text: "1" },
                { type: "secret_text", name: "B", text: "x" },
                { type: "secrets_store_secret", name: "C", secretName: "c" },
            ],
        });
        assert.equal(workload.kind, "edge");
        assert.equal(workload.name, "entry");
        assert.deepEqual(
            workload.variables.map(({ name, value, sealed, secret }) => ({ name, value, sealed, secret })),
            [
                { name: "A", value: "1", sealed: false, secret: undefined },
                { name: "B", value: "x", sealed: true, secret: undefined },
                { name: "C", value: undefined, sealed: false, secret: "c" },
            ],
        );
    });

    it("a template that is not known yet, without inventing anything", () => {
        const workload = read("gcp:cloudrunv2/service:Service", { template: unknown });
        assert.equal(workload.identity, unknown);
        assert.deepEqual([...workload.unread], ["scaling", "timeout"]);
    });

    it("nothing else", () => {
        for (const type of ["gcp:storage/bucket:Bucket", "kubernetes:core/v1:Service", "ringfence:index:VoiceApi"])
            assert.equal(asWorkload(resource(preProduction(), type, "it", {})), undefined);
    });
});
