import type { Value } from "../../facts";
import type { Rule } from "../../rule";
import { field, isUnknown, judged } from "../../views";

/** What takes labels, and where. */
const labelled: Readonly<Record<string, readonly string[]>> = {
    "gcp:cloudrunv2/service:Service": ["labels"],
    "gcp:cloudrunv2/job:Job": ["labels"],
    "gcp:cloudrunv2/workerPool:WorkerPool": ["labels"],
    "gcp:cloudfunctionsv2/function:Function": ["labels"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings", "userLabels"],
    "gcp:alloydb/cluster:Cluster": ["labels"],
    "gcp:redis/instance:Instance": ["labels"],
    "gcp:redis/cluster:Cluster": ["labels"],
    "gcp:memorystore/instance:Instance": ["labels"],
    "gcp:secretmanager/secret:Secret": ["labels"],
    "gcp:storage/bucket:Bucket": ["labels"],
    "gcp:pubsub/topic:Topic": ["labels"],
    "gcp:pubsub/subscription:Subscription": ["labels"],
    "gcp:bigquery/dataset:Dataset": ["labels"],
    "gcp:compute/instance:Instance": ["labels"],
    "gcp:compute/globalForwardingRule:GlobalForwardingRule": ["labels"],
    "gcp:compute/securityPolicy:SecurityPolicy": ["labels"],
    "gcp:certificatemanager/certificate:Certificate": ["labels"],
    "gcp:dns/managedZone:ManagedZone": ["labels"],
    "docker:index/container:Container": ["labels"],
    "docker:index/service:Service": ["labels"],
    "docker:index/volume:Volume": ["labels"],
    "docker:index/network:Network": ["labels"],
};

export const labels: Rule = {
    name: "labels",
    kind: "hygiene",
    forbids: "Nothing that can carry labels should go without those of its environment and tier.",
    why: "Costs, logs and incidents are told apart by them.",
    level: "advisory",
    severity: "low",
    requirements: ["ACG-12", "ORB-20"],
    repair: "Label it with `environment` and `tier`.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        const { name, tier } = scope.environment;
        for (const { urn, type, inputs, external } of judged(scope)) {
            const path = labelled[type];
            if (path === undefined || external) continue;
            const given = field(inputs, ...path);
            const wrong = [
                ...(isLabelled(labelOf(given, "environment"), name) ? [] : ["environment"]),
                ...(isLabelled(labelOf(given, "tier"), tier) ? [] : ["tier"]),
            ];
            if (wrong.length > 0) yield { urn, message: `It is not labelled with its ${wrong.join(" and ")}.` };
        }
    },
};

/** Docker's provider has a list of labels where others have a map. */
function labelOf(given: Value | undefined, label: string): Value | undefined {
    if (!Array.isArray(given)) return field(given, label);
    const unknown = given.find((each) => isUnknown(each));
    return field(given.find((each) => field(each, "label") === label) ?? unknown, "value");
}

const isLabelled = (label: Value | undefined, wanted: string): boolean =>
    isUnknown(label) || label === wanted || label === wanted.toLowerCase().replace(/[^a-z0-9_-]/g, "-");
