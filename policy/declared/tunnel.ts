import type { Environment } from "../../environment";
import type { ResourceFacts, Value } from "../facts";
import { field, items, text } from "../views/read";

/**
 * The exception for a tunnel: the shared stack that owns it names host names of environments, as its stack file does
 * (`ringfence:tunnel.ingress`), each with where it leads. That list, in the tunnel's configuration, and nowhere else.
 */
export function isDeclaredIngress(
    { tier, tunnel }: Pick<Environment, "tier" | "tunnel">,
    { type, inputs }: ResourceFacts,
): boolean {
    return (
        tier === "shared" &&
        tunnel !== undefined &&
        type === "cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig" &&
        items(field(inputs.config, "ingresses")).every((line) => isDeclaredLine(tunnel.ingress, line))
    );
}

function isDeclaredLine(ingress: Readonly<Record<string, string>>, line: Value): boolean {
    const host = text(field(line, "hostname"));
    if (host === undefined) return field(line, "hostname") === undefined;
    return Object.hasOwn(ingress, host) && ingress[host] === text(field(line, "service"));
}
