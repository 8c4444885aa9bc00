import { ingressBehindBalancer } from "../../../../policy/rules/hygiene/ingress-behind-balancer";
import { type BalancerBends, balanced } from "../../balancers";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const on = (bends: BalancerBends = {}): Stack => ({ more: (main) => balanced(main, bends) });
const older = (annotations: Record<string, string>): Stack => ({
    more: (main) => [
        resource(main, "gcp:cloudrun/service:Service", "older", { name: "older", metadata: { annotations } }),
        ...balanced(main, { group: { cloudRun: { service: "older" } } }),
    ],
});
const direct = /internet also reaches it directly/;

export default casesOf(
    ingressBehindBalancer,
    stackOn({ environment: production(), runs: false }),
    on(),
    {
        "a service for the network alone": on({ service: { ingress: "INGRESS_TRAFFIC_INTERNAL_ONLY" } }),
        "a setting that is not known yet": on({ service: { ingress: unknown } }),
        "a service that no group points to": on({
            service: { ingress: "INGRESS_TRAFFIC_ALL" },
            group: { cloudRun: { urlMask: "/<service>" } },
        }),
        "an internal balancer": on({
            service: { ingress: "INGRESS_TRAFFIC_ALL" },
            backend: { loadBalancingScheme: "INTERNAL_MANAGED" },
        }),
        "Cloud Run's first API": older({ "run.googleapis.com/ingress": "internal-and-cloud-load-balancing" }),
    },
    {
        "a service for everybody": [on({ service: { ingress: "INGRESS_TRAFFIC_ALL" } }), direct],
        "a service that says nothing": [on({ service: { ingress: "" } }), direct],
        "a service by its name": [
            on({
                service: { ingress: "INGRESS_TRAFFIC_ALL" },
                group: { cloudRun: { service: "voice-agent-main" } },
            }),
            direct,
        ],
        "Cloud Run's first API, which says all": [older({ "run.googleapis.com/ingress": "all" }), direct],
        "Cloud Run's first API, which says nothing": [older({}), direct],
    },
);
