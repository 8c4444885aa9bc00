import type { Value } from "../../../../policy/facts";
import { labels } from "../../../../policy/rules/hygiene/labels";
import { casesOf, failsOn, passesOn } from "../../cases";
import { preProduction } from "../../environments";
import { type Options, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const one = (type: string, inputs: Readonly<Record<string, Value>>, options: Options = {}): Stack => ({
    more: (staging) => [resource(staging, `gcp:${type}`, "it", inputs, options)],
});
const docker = (labels: readonly (readonly [string, Value])[]): Stack => ({
    more: (staging) =>
        ["container:Container", "volume:Volume", "network:Network"].map((type) =>
            resource(staging, `docker:index/${type}`, type, {
                labels: labels.map(([label, value]) => ({ label, value })),
            }),
        ),
});
const bucket = "storage/bucket:Bucket";
const own = { environment: "staging", tier: "pre-production" };

export default casesOf(
    labels,
    stackOn({ environment: preProduction(), runs: false }),
    {},
    {
        ...passesOn("docker", {
            "a container's labels": docker([
                ["environment", "staging"],
                ["tier", "pre-production"],
                ["a", "b"],
            ]),
            "a container's labels that are not known yet": docker([
                ["environment", unknown],
                ["tier", unknown],
            ]),
        }),
        ...passesOn("gcp", {
            "a bucket's labels": one(bucket, { labels: own }),
            "more labels": one(bucket, { labels: { ...own, component: "recordings" } }),
            "Cloud SQL's labels": one("sql/databaseInstance:DatabaseInstance", { settings: { userLabels: own } }),
            "labels that are not known yet": one(bucket, { labels: unknown }),
            "what takes none": one("compute/network:Network", {}),
            "what is only read": one(bucket, {}, { external: true }),
        }),
    },
    {
        ...failsOn("docker", {
            "a container without labels": [docker([]), /environment and tier/],
            "another environment's container": [
                docker([
                    ["environment", "main"],
                    ["tier", "pre-production"],
                ]),
                /its environment/,
            ],
        }),
        ...failsOn("gcp", {
            "no labels": [one(bucket, {}), /not labelled with its environment and tier/],
            "no tier": [one(bucket, { labels: { environment: "staging" } }), /with its tier/],
            "another environment's": [one(bucket, { labels: { ...own, environment: "main" } }), /with its environment/],
            "a database without": [
                one("sql/databaseInstance:DatabaseInstance", { settings: {} }),
                /environment and tier/,
            ],
        }),
    },
);
