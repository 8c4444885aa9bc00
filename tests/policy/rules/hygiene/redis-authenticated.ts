import type { Value } from "../../../../policy/facts";
import { redisAuthenticated } from "../../../../policy/rules/hygiene/redis-authenticated";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const alone = (type: string, inputs: Readonly<Record<string, Value>>): Stack => ({
    more: (staging) => [resource(staging, `gcp:${type}`, "it", inputs)],
});
const asksNobody = /asks no client who it is/;

export default casesOf(
    redisAuthenticated,
    stackOn({ environment: preProduction(), runs: false }),
    alone("redis/instance:Instance", { authEnabled: true }),
    {
        "not known yet": alone("redis/instance:Instance", { authEnabled: unknown }),
        "a cluster that asks IAM": alone("redis/cluster:Cluster", { authorizationMode: "AUTH_MODE_IAM_AUTH" }),
        "a Valkey that asks IAM": alone("memorystore/instance:Instance", { authorizationMode: "IAM_AUTH" }),
    },
    {
        "Memorystore's default": [alone("redis/instance:Instance", {}), asksNobody],
        "switched off": [alone("redis/instance:Instance", { authEnabled: false }), asksNobody],
        "a cluster's default": [alone("redis/cluster:Cluster", {}), asksNobody],
        "a Valkey that asks nobody": [
            alone("memorystore/instance:Instance", { authorizationMode: "AUTH_DISABLED" }),
            asksNobody,
        ],
    },
);
