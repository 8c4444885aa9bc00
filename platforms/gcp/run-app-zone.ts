import * as dns from "@pulumi/gcp/dns";
import * as pulumi from "@pulumi/pulumi";
import type { Apis } from "./apis";
import type { Network } from "./network";

/**
 * Where Google answers for Cloud Run to a network that has Private Google Access. Cloud Run sends these four addresses
 * into the network although it keeps what goes to the internet out of it (`PRIVATE_RANGES_ONLY`).
 * https://cloud.google.com/run/docs/configuring/networking-best-practices#internal-traffic-to-a-google-api
 * https://cloud.google.com/vpc/docs/configure-private-google-access#config-domain
 */
const privateGoogleAddresses = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"];

/**
 * Lets `run.app` lead through the environment's own network. A service that is closed to the internet takes a call of
 * another service for one from inside only if it comes this way; its address and its certificate stay the same.
 * https://cloud.google.com/run/docs/securing/private-networking
 */
export function runAppZone(
    name: string,
    { project, apis, network }: { readonly project: string; readonly apis: Apis; readonly network: Network },
    labels: Record<string, string>,
    parent: pulumi.Resource,
): dns.RecordSet {
    const zone = new dns.ManagedZone(
        `${name}-run-app-zone`,
        {
            project,
            name: pulumi.interpolate`${network.vpc.name}-run-app`,
            dnsName: "run.app.",
            description: "Cloud Run, reached without the internet",
            visibility: "private",
            privateVisibilityConfig: { networks: [{ networkUrl: network.vpc.id }] },
            labels,
        },
        { parent, dependsOn: [apis.enable("dns")] },
    );
    return new dns.RecordSet(
        `${name}-run-app-addresses`,
        // Addresses of services have several labels before `run.app`; the asterisk stands for all of them.
        { project, managedZone: zone.name, name: "*.run.app.", type: "A", ttl: 300, rrdatas: privateGoogleAddresses },
        { parent },
    );
}
