import type { Value } from "../../../../policy/facts";
import { sandboxOneInstance } from "../../../../policy/rules/hygiene/sandbox-one-instance";
import { casesOf } from "../../cases";
import { preProduction, sandbox } from "../../environments";
import { type Stack, stackOn } from "../../stack";

const scaled = (scaling: Value): Stack => ({ workload: { template: { scaling } } });
const replicas = (count: number): Stack => ({
    workload: { inputs: { spec: { replicas: count, template: { spec: { containers: [] } } } } },
});

export default casesOf(
    sandboxOneInstance,
    stackOn({ environment: sandbox() }),
    {},
    {
        "staging may have more": [{ environment: preProduction(), ...scaled({ maxInstanceCount: 4 }) }, "gcp"],
        "the service's limit, where the revision has a higher one": [
            {
                workload: {
                    template: { scaling: { maxInstanceCount: 4 } },
                    inputs: { scaling: { minInstanceCount: 0, maxInstanceCount: 1 } },
                },
            },
            "gcp",
        ],
        "a job is not scaled": [
            { workload: { inputs: { template: { template: { containers: [] } }, scaling: { maxInstanceCount: 1 } } } },
            "gcp",
        ],
    },
    {
        "two instances": [scaled({ maxInstanceCount: 2 }), /may have 2 instances/, "gcp"],
        "no limit": [scaled({}), /as many instances as it likes/, "gcp"],
        "an instance that is always on": [
            scaled({ minInstanceCount: 1, maxInstanceCount: 1 }),
            /keeps an instance running/,
            "gcp",
        ],
        "two replicas": [replicas(2), /may have 2 instances/, "kubernetes"],
    },
);
