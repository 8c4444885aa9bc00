import type { Environment } from "../../../../../environment";
import type { ResourceFacts, Value } from "../../../../../policy/facts";
import type { Bent } from "../../../cases";
import { preProduction } from "../../../environments";
import { resource, unknownFrom } from "../../../facts-builders";
import { container, main, mounting } from "./stack";

const volume = (environment: Environment, inputs: Readonly<Record<string, Value>>): ResourceFacts =>
    resource(environment, "docker:index/volume:Volume", "data", inputs);

/** Volumes, and what else is mounted. */
export const volumes: Bent = {
    passes: {
        "an anonymous volume": [mounting({ containerPath: "/run/secrets" }), "docker"],
        "a volume of the host's own files": [
            mounting({ hostPath: "/etc/letsencrypt/live", containerPath: "/certificates" }),
            "docker",
        ],
        "a volume whose name is not known yet": [
            {
                more: (staging) => [volume(staging, {})],
                from: ([, own]) => mounting({ volumeName: unknownFrom(own) }),
            },
            "docker",
        ],
        "a volume whose name Pulumi made up": [
            {
                more: (staging) => [volume(staging, {})],
                from: ([, own]) => ({
                    workload: {
                        inputs: { volumes: [{ volumeName: "data-0a1b2c3", containerPath: "/data" }] },
                        propertyDependencies: { volumes: [own.urn] },
                    },
                }),
            },
            "docker",
        ],
        "a volume of the stack": [
            {
                more: (staging) => [resource(staging, "docker:index/volume:Volume", "data", { name: "voice-data" })],
                workload: { inputs: { volumes: [{ volumeName: "voice-data", containerPath: "/data" }] } },
            },
            "docker",
        ],
    },
    fails: {
        "another's volume by its name": [
            mounting({ volumeName: "ringfence-main-database-data", containerPath: "/data" }),
            /volume at \/data .* no volume of this stack has its name/,
            "docker",
        ],
        "another's volume by its name, beside one's own": [
            {
                more: (staging) => [volume(staging, { name: "voice-data" })],
                from: ([, own]) => ({
                    workload: {
                        inputs: { volumes: [{ volumeName: "voice-data" }, { volumeName: "ringfence-main-data" }] },
                        propertyDependencies: { volumes: [own.urn] },
                    },
                }),
            },
            /no volume of this stack has its name/,
            "docker",
        ],
        "another's volume as a mount": [
            { workload: { inputs: { mounts: [{ type: "volume", target: "/data", source: "yarnify-data" }] } } },
            /volume at \/data/,
            "docker",
        ],
        "a container's name in place of a volume's": [
            { more: (staging) => [container(staging)], ...mounting({ volumeName: "yarnify-staging-db" }) },
            /no volume of this stack has its name/,
            "docker",
        ],
        "another's volume, carried by files of the stack": [
            mounting({ volumeName: "yarnify-data", containerPath: "/data" }, { start: false }),
            /no volume of this stack has its name/,
            "docker",
        ],
        "the volumes of a container that is not the stack's": [
            mounting({ fromContainer: "yarnify-db" }),
            /no container of this stack has its name/,
            "docker",
        ],
        "the engine's own store": [
            mounting({ hostPath: "/var/lib/docker/volumes/yarnify-data/_data", containerPath: "/data" }),
            /what every container of the host has stored/,
            "docker",
        ],
        "the host's root": [
            { workload: { inputs: { mounts: [{ type: "bind", source: "//", target: "/host", readOnly: true }] } } },
            /what every container of the host has stored/,
            "docker",
        ],
        "files of the engine for what monitoring declares": [
            {
                environment: preProduction({ monitoring: {} }),
                ...mounting(
                    { hostPath: "/var/lib/docker", containerPath: "/var/lib/docker", readOnly: true },
                    { labels: [{ label: "component", value: "monitoring-container-exporter" }] },
                ),
            },
            /what every container of the host has stored/,
            "docker",
        ],
        "a volume that is called as production's": [
            { runs: false, more: (staging) => [volume(staging, { name: "ringfence-main-database-data" })] },
            /as another environment of this project/,
            "docker",
        ],
        "a volume that lies in the engine's store": [
            {
                runs: false,
                more: (staging) => [
                    volume(staging, {
                        name: "voice-data",
                        driverOpts: { type: "none", o: "bind", device: "/var/lib/docker/volumes/yarnify-data/_data" },
                    }),
                ],
            },
            /The volume's device/,
            "docker",
        ],
        "a volume on another machine": [
            {
                runs: false,
                more: (staging) => [
                    volume(staging, {
                        name: "voice-data",
                        driverOpts: { type: "nfs", o: "addr=10.0.0.9,rw", device: ":/export" },
                    }),
                ],
            },
            /The volume's server .* written out/,
            "docker",
        ],
        "a volume of nobody's that lies in the engine's store": [
            {
                workload: {
                    inputs: {
                        mounts: [
                            {
                                type: "volume",
                                target: "/data",
                                volumeOptions: {
                                    driverOptions: { type: "none", o: "bind", device: "/var/lib/docker/volumes" },
                                },
                            },
                        ],
                    },
                },
            },
            /The volume's device/,
            "docker",
        ],
        "Cloud SQL attached from another project": [
            {
                workload: {
                    template: {
                        volumes: [
                            { name: "sql", cloudSqlInstance: { instances: ["acme-voice-main:europe-west2:voice"] } },
                        ],
                    },
                },
            },
            /instances\[0\] names data .* the project "acme-voice-main"/,
            "gcp",
        ],
        "a bucket mounted from another stack": [
            {
                more: main,
                from: ([, source]) => ({
                    workload: {
                        template: { volumes: [{ name: "b", gcs: { bucket: unknownFrom(source) } }] },
                    },
                }),
            },
            /gcs.bucket names data/,
            "gcp",
        ],
        "another's volume": [
            { workload: { inputs: { volumes: [{ volumeName: "yarnify-data", containerPath: "/data" }] } } },
            /The volume at \/data cannot be used here/,
            "docker",
        ],
        "a file share": [
            {
                workload: {
                    template: { containers: [], volumes: [{ name: "share", nfs: { server: "10.12.0.9", path: "/" } }] },
                },
            },
            /The volume at share/,
            "gcp",
            "kubernetes",
        ],
    },
};
