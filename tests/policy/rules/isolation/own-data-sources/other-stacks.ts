import type { ResourceFacts } from "../../../../../policy/facts";
import type { Bent } from "../../../cases";
import { interpolated, output, resource, unknownFrom } from "../../../facts-builders";
import { main } from "./stack";

/** What is made from another stack. */
export const otherStacks: Bent = {
    passes: {
        "an image of another stack": [
            {
                more: main,
                from: ([, source]) => ({ workload: { image: output(source, "outputs.image") } }),
            },
            "gcp",
            "docker",
            "kubernetes",
        ],
        "a tunnel that stacks share": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(staging, "cloudflare:index/dnsRecord:DnsRecord", "entry", {
                        name: "staging-api.example.com",
                        content: interpolated`${[main(staging)[0] as ResourceFacts, "outputs.tunnel"]}.cfargotunnel.com`,
                    }),
                ],
            },
            "cloudflare",
        ],
    },
    fails: {
        "another stack's database": [
            {
                more: main,
                from: ([, source]) => ({ variables: { DATABASE_URL: output(source, "outputs.url") } }),
            },
            /DATABASE_URL cannot be used here: it comes from another stack/,
        ],
        "another stack's database, known already": [
            {
                more: main,
                from: ([, source]) => ({
                    variables: { GREETING: "hello" },
                    workload: {
                        propertyDependencies: Object.fromEntries(
                            ["template", "envs", "spec", "bindings"].map((property) => [property, [source.urn]]),
                        ),
                    },
                }),
            },
            /Something in \w+ cannot be used here: it comes from another stack/,
        ],
        "an unknown of two origins, one foreign": [
            {
                more: main,
                from: ([own, other]) => ({
                    variables: { DATABASE_URL: unknownFrom(own, other) },
                }),
            },
            /comes from another stack/,
        ],
        "a schedule that calls another stack": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(staging, "gcp:cloudscheduler/job:Job", "hourly", {
                        httpTarget: { uri: interpolated`https://${[main(staging)[0] as ResourceFacts, "host"]}/run` },
                    }),
                ],
            },
            /httpTarget.uri .* comes from another stack/,
            "gcp",
        ],
        "a file of another stack": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(staging, "gcp:storage/bucketObject:BucketObject", "dump", {
                        name: "leads.csv",
                        content: output(main(staging)[0] as ResourceFacts, "outputs.leads"),
                    }),
                ],
            },
            /content cannot be made from this: it comes from another stack/,
            "gcp",
        ],
        "a file of another stack, known already": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(
                        staging,
                        "gcp:storage/bucketObject:BucketObject",
                        "dump",
                        { name: "leads.csv", content: "name,phone" },
                        { propertyDependencies: { content: [String(main(staging)[0]?.urn)] } },
                    ),
                ],
            },
            /Something in content cannot be used here/,
            "gcp",
        ],
        "variables that are not known yet": [
            {
                more: main,
                from: ([, source]) => ({
                    workload: {
                        template: { containers: [{ image: "x", envs: unknownFrom(source) }] },
                    },
                }),
            },
            /A variable whose name is not known yet/,
            "gcp",
        ],
        "a Worker's store of another stack": [
            {
                more: main,
                from: ([, source]) => ({
                    workload: {
                        inputs: {
                            bindings: [{ type: "kv_namespace", name: "KV", namespaceId: unknownFrom(source) }],
                        },
                    },
                }),
            },
            /The variable KV cannot be used here/,
            "cloudflare",
        ],
    },
};
