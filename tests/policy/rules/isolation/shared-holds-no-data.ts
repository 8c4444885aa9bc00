import type { Value } from "../../../../policy/facts";
import { sharedHoldsNoData } from "../../../../policy/rules/isolation/shared-holds-no-data";
import { casesOf, failsOn } from "../../cases";
import { preProduction, sandbox } from "../../environments";
import { resource } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const shared = { ...sandbox(), name: "shared", tier: "shared" as const };
const alone = (type: string, inputs: Readonly<Record<string, Value>> = {}): Stack => ({
    runs: false,
    more: (environment) => [resource(environment, type, "store", inputs)],
});
const container = (image: string): Stack => alone("docker:index/container:Container", { image });
const holds = /"store" holds data in a stack that several environments use/;

export default casesOf(
    sharedHoldsNoData,
    stackOn({ environment: shared }),
    {},
    {
        "a volume with a model": alone("docker:index/volume:Volume", { name: "models" }),
        "a database of an environment's": [
            { ...container("postgres:16-alpine"), environment: preProduction() },
            "docker",
        ],
    },
    {
        ...failsOn("docker", {
            "a database": [container("pgvector/pgvector:pg16"), holds],
            "a cache": [container("redis:7.2-alpine"), holds],
        }),
        ...failsOn("gcp", {
            "a database": [alone("gcp:sql/databaseInstance:DatabaseInstance"), holds],
            "a Redis": [alone("gcp:redis/instance:Instance"), holds],
            "a bucket": [alone("gcp:storage/bucket:Bucket"), holds],
        }),
    },
);
