import { rule } from "./rule";

export const front = rule({
    name: "front",
    demands: "An environment on Docker says how it is reached, by ports that differ, and no other one does",
    requirements: ["ORB-14", "ORA-1"],
    needs: ["tier", "platform", "front", "domain"],
    *check({ tier, platform, front: described, domain }) {
        // A shared stack has none, which the rule `shared-stack` sees to.
        if (tier === "shared") return;
        if (platform !== "docker") {
            if (described !== undefined)
                yield {
                    path: ["front"],
                    message: `is for a Docker host, and this environment runs on ${platform}`,
                    repair: "remove it; ringfence:domain says how this one is reached",
                };
            return;
        }
        if (described === undefined) {
            yield {
                path: ["front"],
                message: "is missing, and without it nobody reaches the services",
                repair: "write a map with the key port, for example {port: 8080}",
            };
            return;
        }
        if (domain !== undefined && domain.entry !== "tunnel" && domain.address === undefined)
            yield {
                path: ["domain", "address"],
                message: "is missing: the records of the host names have nothing to point to",
                repair: "write the public IPv4 address of the host",
            };
        const { port, redirectFrom, routes, tls } = described;
        if (redirectFrom === port)
            yield {
                path: ["front", "redirectFrom"],
                message: `${port} is the port itself`,
                repair: "write another one, 80 as a rule, or leave the key out",
            };
        if (redirectFrom !== undefined && tls.from === "edge")
            yield {
                path: ["front", "redirectFrom"],
                message: "leads to TLS, of which there is none here: front.tls ends at the edge",
                repair: "remove it, or say at `tls` where the certificate comes from",
            };
        if (tls.from === "acme" && redirectFrom === undefined)
            yield {
                path: ["front", "redirectFrom"],
                message: "is missing: Let's Encrypt asks in clear whether the host name is yours",
                repair: "write 80",
            };
        if (tls.from === "acme" && domain === undefined)
            yield {
                path: ["front", "tls", "from"],
                message: "Let's Encrypt gives a certificate for a public host name, and there is no ringfence:domain",
                repair: "describe the domain, or write self-signed",
            };
        if (routes === "hosts" && domain === undefined)
            yield {
                path: ["front", "routes"],
                message: "services are told apart by host names, and there is no ringfence:domain",
                repair: "write paths, or describe the domain",
            };
    },
});
