import { aboveSandbox } from "../../../environment/tier";
import type { ResourceFacts, Value } from "../../facts";
import type { Rule } from "../../rule";
import { asWorkload, backends, field, isUnknown, meant } from "../../views";

export const ingressBehindBalancer: Rule = {
    name: "ingress-behind-balancer",
    kind: "hygiene",
    forbids:
        "A service behind an external load balancer must not take requests from the internet at its own address too.",
    why: "Its own address leads past the balancer, and with it past everything that filters there.",
    level: ({ tier }) => (aboveSandbox(tier) ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ORB-4", "ORB-9", "ACG-3"],
    repair: "Set the service's `ingress` to INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER.",
    platforms: ["gcp"],
    *check(scope) {
        const groups = backends(scope).flatMap(({ external, serverless }) => (external ? serverless : []));
        const services = groups.flatMap(({ inputs }) =>
            meant(scope, field(inputs.cloudRun, "service"), ...Object.keys(ingress)),
        );
        for (const service of new Set(services)) {
            if (!service.external && isOpen(service))
                yield {
                    urn: service.urn,
                    message: `"${asWorkload(service)?.name}" is behind a load balancer, and the internet also reaches it directly.`,
                };
        }
    },
};

/** Where each of Cloud Run's APIs says who may get there. */
const ingress: Readonly<Record<string, (service: ResourceFacts) => Value | undefined>> = {
    "gcp:cloudrunv2/service:Service": ({ inputs }) => inputs.ingress,
    "gcp:cloudrun/service:Service": ({ inputs }) => field(inputs.metadata, "annotations", "run.googleapis.com/ingress"),
};

/** Everybody may, where nothing is said: https://cloud.google.com/run/docs/securing/ingress */
function isOpen(service: ResourceFacts): boolean {
    const said = ingress[service.type]?.(service) ?? "";
    return !isUnknown(said) && /^((INGRESS_TRAFFIC_)?ALL)?$/i.test(String(said));
}
