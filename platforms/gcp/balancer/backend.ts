import * as compute from "@pulumi/gcp/compute";
import * as pulumi from "@pulumi/pulumi";
import { aboveSandbox } from "../../../environment/tier";
import type { Service } from "../../platform";
import { type Parts, partName, scheme } from "./part";

/**
 * A Cloud Run service as the balancer sees it. What other back ends are given, this kind refuses or passes over: health
 * checks, a timeout (it is 60 minutes, and the service's own counts), draining, session affinity. Cloud Run does all of
 * it itself, by its probes, revisions and `sessionAffinity`.
 * https://cloud.google.com/load-balancing/docs/negs/serverless-neg-concepts#limitations
 */
export function serviceBackend(
    parts: Parts,
    key: string,
    service: Service,
    policy: compute.SecurityPolicy,
): compute.BackendService {
    const { foundation, name, parent } = parts;
    const { project, tier } = foundation;
    return new compute.BackendService(
        `${name}-${key}-backend`,
        {
            project,
            name: partName(parts, key),
            loadBalancingScheme: scheme,
            protocol: "HTTPS",
            backends: [{ group: endpoints(parts, key, service).id }],
            securityPolicy: policy.id,
            // Every request with what the policy made of it, above the sandbox.
            logConfig: { enable: aboveSandbox(tier), sampleRate: 1 },
        },
        { parent },
    );
}

/**
 * The service, whichever revision has its traffic: a release or a rollback changes nothing here. Named after the service,
 * because one that is renamed needs a second group before the first can go.
 */
function endpoints({ foundation, name, parent }: Parts, key: string, service: Service) {
    const { project, region } = foundation;
    return new compute.RegionNetworkEndpointGroup(
        `${name}-${key}-endpoints`,
        {
            project,
            region,
            name: pulumi.interpolate`${service.name}-endpoints`,
            networkEndpointType: "SERVERLESS",
            cloudRun: { service: service.name },
        },
        { parent },
    );
}
