import * as pulumi from "@pulumi/pulumi";

/** Where callers reach the API. */
export interface ApiAddress {
    /** Whole address, `https://…` or `http://…`. */
    readonly url: pulumi.Input<string>;
    /** Default: as the address says. A platform that knows it beforehand says so, and a plan can show it. */
    readonly port?: number | undefined;
    /** Default: as the address says. */
    readonly protocol?: "http" | "https" | undefined;
}

const usualPort: Readonly<Record<string, string>> = { "https:": "443", "http:": "80" };

/**
 * Where the gateway finds the API. The port is the one that callers use, not the one that the API's container listens
 * on: on Cloud Run that is 443 and TLS, whatever the container's (3000). So the protocol is said as well, and the whole
 * address for a client that takes one.
 */
export function apiAddress({ url, port, protocol }: ApiAddress): Record<string, pulumi.Input<string>> {
    const address = pulumi.output(url).apply((text) => new URL(text));
    return {
        API_URL: pulumi.output(url),
        API_PROTOCOL: protocol ?? address.apply((said) => said.protocol.replace(":", "")),
        API_HOST: address.apply(({ hostname }) => hostname),
        API_PORT: port?.toString() ?? address.apply((said) => said.port || (usualPort[said.protocol] ?? "")),
    };
}
