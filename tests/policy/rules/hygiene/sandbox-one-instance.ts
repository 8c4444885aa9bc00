import type { Value } from "../../../../policy/facts";
import { sandboxOneInstance } from "../../../../policy/rules/hygiene/sandbox-one-instance";
import { casesOf } from "../../cases";
import { preProduction, sandbox } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const scaled = (scaling: Value): Stack => ({ workload: { template: { scaling } } });
const replicas = (count: number): Stack => ({
    workload: { inputs: { spec: { replicas: count, template: { spec: { containers: [] } } } } },
});

const answering = (
    environment: Parameters<typeof resource>[0],
    alias: string,
    inputs: Readonly<Record<string, Value>> = {},
) =>
    resource(environment, "docker:index/container:Container", `${alias}-${Object.keys(inputs).join("-")}`, {
        networksAdvanced: [
            { name: "voice-beta", aliases: [alias] },
            { name: "voice-beta-data", aliases: [alias] },
        ],
        ...inputs,
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
        "a limit that is not known yet": [scaled({ maxInstanceCount: unknown }), "gcp"],
        "a job is not scaled": [
            {
                runs: false,
                more: (beta) => [resource(beta, "gcp:cloudrunv2/job:Job", "job", { template: { parallelism: 3 } })],
            },
            "gcp",
        ],
        "a container of each service": [
            { more: (beta) => [answering(beta, "api"), answering(beta, "gateway")] },
            "docker",
        ],
        "a job beside its service": [
            {
                more: (beta) => [answering(beta, "api"), answering(beta, "api", { mustRun: false, attach: true })],
            },
            "docker",
        ],
        "neither is a Worker, or a container of one host": [
            {
                runs: false,
                more: (beta) => [
                    resource(beta, "cloudflare:index/workersScript:WorkersScript", "edge", {}),
                    resource(beta, "docker:index/container:Container", "container", {}),
                ],
            },
            "gcp",
        ],
    },
    {
        "an instance that the whole service keeps": [
            {
                workload: {
                    template: { scaling: { minInstanceCount: 0, maxInstanceCount: 1 } },
                    inputs: { scaling: { minInstanceCount: 1 } },
                },
            },
            /keeps an instance running/,
            "gcp",
        ],
        "two instances": [scaled({ maxInstanceCount: 2 }), /may have 2 instances/, "gcp"],
        "no limit": [scaled({}), /as many instances as it likes/, "gcp"],
        "an instance that is always on": [
            scaled({ minInstanceCount: 1, maxInstanceCount: 1 }),
            /keeps an instance running/,
            "gcp",
        ],
        "two containers of one name": [
            { more: (beta) => [answering(beta, "api"), answering(beta, "api", { image: "x" })] },
            /"api" has 2 instances/,
            "docker",
        ],
        "two replicas": [replicas(2), /may have 2 instances/, "kubernetes"],
    },
);
