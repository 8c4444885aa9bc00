import { isOnlyItsOwn, writeHostAddress } from "../host-address";
import { rule } from "./rule";

export const tunnelEntry = rule({
    name: "tunnel-entry",
    demands: "An environment that is reached by a tunnel names its stack, and has a front that the tunnel finds",
    requirements: ["ORA-4"],
    needs: ["platform", "domain", "front"],
    *check({ platform, domain, front, name }) {
        if (domain === undefined) return;
        if (domain.entry !== "tunnel") {
            if (domain.tunnel !== undefined)
                yield {
                    path: ["domain", "tunnel"],
                    message: `would be ignored: ringfence:domain.entry is "${domain.entry}"`,
                    repair: "write tunnel there, or remove this key",
                };
            return;
        }
        if (platform !== "docker") {
            yield {
                path: ["domain", "entry"],
                message: `"tunnel" leads to a Docker host, and this environment runs on ${platform}`,
                repair: "write worker or load-balancer",
            };
            return;
        }
        if (domain.tunnel === undefined || domain.tunnel === name)
            yield {
                path: ["domain", "tunnel"],
                message: domain.tunnel === undefined ? "is missing" : "is this stack itself",
                repair: "write the name of the shared stack that owns the tunnel",
            };
        if (domain.address !== undefined)
            yield {
                path: ["domain", "address"],
                message: "would be ignored: the records point to the tunnel",
                repair: "remove it",
            };
        if (front === undefined) return;
        if (isOnlyItsOwn(front.address))
            yield {
                path: ["front", "address"],
                message: `${front.address} is no address at which the tunnel's connector finds the host`,
                repair: writeHostAddress,
            };
        if (front.tls.from !== "edge")
            yield {
                path: ["front", "tls", "from"],
                message: "is not needed: the tunnel encrypts up to the host, and expects no TLS from there",
                repair: "write edge, or leave the key out",
            };
    },
});
