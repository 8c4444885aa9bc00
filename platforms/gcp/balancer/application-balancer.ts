import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import type { Balancer, BalancerArgs } from "../../platform";
import type { Foundation } from "../foundation";
import { labels } from "../labels";
import { serviceBackend } from "./backend";
import { certificatesFor } from "./certificates";
import { edgePolicy } from "./edge-policy";
import { listenInClear, listenOverTls } from "./listeners";
import { type Parts, partName } from "./part";
import { hostOf, routesByHost, toHttps } from "./routes";

/**
 * A global external application load balancer in front of Cloud Run services: one address, a certificate for each host
 * name, and nobody let in but the edge. IPv4 alone: visitors reach the edge over IPv6 all the same, and every further
 * address is another door.
 * https://cloud.google.com/load-balancing/docs/https/setting-up-https-serverless
 */
export function applicationBalancer(
    foundation: Foundation,
    name: string,
    args: BalancerArgs,
    parent: pulumi.Resource,
): Balancer {
    const parts: Parts = { foundation, name, parent };
    const address = publicAddress(parts);
    const policy = edgePolicy(parts, args.firewall);
    const backends = Object.fromEntries(
        Object.entries(args.services).map(([key, { service }]) => [key, serviceBackend(parts, key, service, policy)]),
    );
    const hosts = [...Object.values(args.services).map(hostOf), ...Object.keys(args.redirects)];
    const certificates = certificatesFor(parts, hosts);
    listenOverTls(parts, address, routesByHost(parts, args, backends), certificates.map);
    listenInClear(parts, address, toHttps(parts));
    return { address: address.address, hosts, proofs: certificates.proofs };
}

function publicAddress(parts: Parts): compute.GlobalAddress {
    const { foundation, name, parent } = parts;
    return new compute.GlobalAddress(
        `${name}-address`,
        {
            project: foundation.project,
            name: partName(parts, "address"),
            description: `Where the edge reaches ${foundation.environment}`,
            addressType: "EXTERNAL",
            ipVersion: "IPV4",
            labels: labels(foundation, name),
        },
        { parent, dependsOn: [foundation.apis.enable("compute")] },
    );
}
