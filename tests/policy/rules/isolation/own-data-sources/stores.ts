import { projectOf } from "../../../../../policy/views/project";
import type { Bent } from "../../../cases";
import { interpolated, output, resource } from "../../../facts-builders";

/** Buckets, log sinks and what a Worker is bound to. */
export const stores: Bent = {
    passes: {
        "another Worker of the stack": [
            {
                more: (staging) => [
                    resource(staging, "cloudflare:index/workersScript:WorkersScript", "other", { scriptName: "other" }),
                ],
                workload: { inputs: { bindings: [{ type: "service", name: "OTHER", service: "other" }] } },
            },
            "cloudflare",
        ],
        "a bucket of the stack": {
            more: (staging) => [resource(staging, "gcp:storage/bucket:Bucket", "bucket", { name: "acme-recordings" })],
            variables: { RECORDINGS_BUCKET: "acme-recordings", RECORDINGS: "gs://acme-recordings/2026" },
        },
        "a bucket that is called after the project": {
            variables: { RECORDINGS_BUCKET: "acme-voice-staging-recordings" },
        },
        "audit logs that go to a log bucket of the stack": [
            {
                runs: false,
                more: (staging) => {
                    const logs = resource(staging, "gcp:logging/projectBucketConfig:ProjectBucketConfig", "logs", {
                        project: projectOf(staging),
                        bucketId: "staging-audit",
                    });
                    const destination = interpolated`logging.googleapis.com/${[logs, "id"]}`;
                    return [logs, resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", { destination })];
                },
            },
            "gcp",
        ],
        "audit logs that go to a bucket of the stack": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:storage/bucket:Bucket", "logs", { name: "acme-logs" }),
                    resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                        destination: "storage.googleapis.com/acme-logs",
                    }),
                ],
            },
            "gcp",
        ],
        "a store that a Worker is bound to": [
            {
                more: (staging) => [
                    resource(staging, "cloudflare:index/workersKvNamespace:WorkersKvNamespace", "kv", {}),
                ],
                from: ([, kv]) => ({
                    workload: {
                        inputs: {
                            bindings: [{ type: "kv_namespace", name: "KV", namespaceId: output(kv) }],
                        },
                    },
                }),
            },
            "cloudflare",
        ],
    },
    fails: {
        "a bucket that nobody knows": [{ variables: { RECORDINGS_BUCKET: "acme-recordings" } }, /RECORDINGS_BUCKET/],
        "logs that go to another project": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                        destination: "bigquery.googleapis.com/projects/acme-voice-main/datasets/logs",
                    }),
                ],
            },
            /destination names data/,
            "gcp",
        ],
        "logs that go to a bucket that nobody knows": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                        destination: "storage.googleapis.com/acme-logs",
                    }),
                ],
            },
            /destination names data .* registers no bucket of the name "acme-logs"/,
            "gcp",
        ],
        "a Worker's store by an identifier": [
            { workload: { inputs: { bindings: [{ type: "d1", name: "DB", databaseId: "0f-1" }] } } },
            /The variable DB .* bound by a name/,
            "cloudflare",
        ],
    },
};
