import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import { labels } from "../labels";
import { type Parts, partName, scheme } from "./part";

/** Port 443: TLS 1.2 or later, by the ciphers that current clients have. */
export function listenOverTls(
    parts: Parts,
    address: compute.GlobalAddress,
    routes: compute.URLMap,
    certificateMap: pulumi.Input<string>,
): void {
    const { foundation, name, parent } = parts;
    const { project } = foundation;
    const policy = new compute.SSLPolicy(
        `${name}-tls`,
        { project, name: partName(parts, "tls"), minTlsVersion: "TLS_1_2", profile: "MODERN" },
        { parent, dependsOn: [foundation.apis.enable("compute")] },
    );
    const proxy = new compute.TargetHttpsProxy(
        `${name}-https`,
        { project, name: partName(parts, "https"), urlMap: routes.id, certificateMap, sslPolicy: policy.id },
        { parent },
    );
    listenAt(parts, address, "443", proxy);
}

/** Port 80. */
export function listenInClear(parts: Parts, address: compute.GlobalAddress, routes: compute.URLMap): void {
    const { foundation, name, parent } = parts;
    const proxy = new compute.TargetHttpProxy(
        `${name}-http`,
        { project: foundation.project, name: partName(parts, "http"), urlMap: routes.id },
        { parent },
    );
    listenAt(parts, address, "80", proxy);
}

function listenAt(
    parts: Parts,
    address: compute.GlobalAddress,
    port: "80" | "443",
    target: compute.TargetHttpProxy | compute.TargetHttpsProxy,
): void {
    const { foundation, name, parent } = parts;
    new compute.GlobalForwardingRule(
        `${name}-port-${port}`,
        {
            project: foundation.project,
            name: partName(parts, `port-${port}`),
            loadBalancingScheme: scheme,
            ipAddress: address.id,
            ipProtocol: "TCP",
            portRange: port,
            target: target.id,
            labels: labels(foundation, name),
        },
        { parent },
    );
}
