import * as pulumi from "@pulumi/pulumi";

const usualPort: Readonly<Record<string, string>> = { "https:": "443", "http:": "80" };

/**
 * Where the gateway finds the API. The port is the one that callers use, not the one that the API's container listens
 * on: on Cloud Run that is 443 and TLS, whatever the container's (3000). So the protocol is said as well, and the whole
 * address for a client that takes one.
 */
export function apiAddress(url: pulumi.Input<string>): Record<string, pulumi.Output<string>> {
    const address = pulumi.output(url).apply((text) => new URL(text));
    return {
        API_URL: pulumi.output(url),
        API_PROTOCOL: address.apply(({ protocol }) => protocol.replace(":", "")),
        API_HOST: address.apply(({ hostname }) => hostname),
        API_PORT: address.apply(({ port, protocol }) => (port !== "" ? port : (usualPort[protocol] ?? ""))),
    };
}
