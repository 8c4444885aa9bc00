import { isOnlyItsOwn, writeHostAddress } from "../host-address";
import { finding, rule } from "./rule";

export const tunnelEntry = rule({
    name: "tunnel-entry",
    demands: "An environment that is reached by a tunnel names its stack, and has a front that the tunnel finds",
    requirements: ["ORA-4"],
    needs: ["platform", "domain", "front"],
    *check({ platform, domain, front, name }) {
        if (domain === undefined) return;
        if (domain.entry !== "tunnel") {
            if (domain.tunnel !== undefined)
                yield finding(
                    ["domain", "tunnel"],
                    `would be ignored: ringfence:domain.entry is "${domain.entry}"`,
                    "write tunnel there, or remove this key",
                );
            return;
        }
        if (platform !== "docker") {
            yield finding(
                ["domain", "entry"],
                `"tunnel" leads to a Docker host, and this environment runs on ${platform}`,
                "write worker or load-balancer",
            );
            return;
        }
        if (domain.tunnel === undefined || domain.tunnel === name)
            yield finding(
                ["domain", "tunnel"],
                domain.tunnel === undefined ? "is missing" : "is this stack itself",
                "write the name of the shared stack that owns the tunnel",
            );
        if (domain.address !== undefined)
            yield finding(["domain", "address"], "would be ignored: the records point to the tunnel", "remove it");
        if (front === undefined) return;
        if (isOnlyItsOwn(front.address))
            yield finding(
                ["front", "address"],
                `${front.address} is no address at which the tunnel's connector finds the host`,
                writeHostAddress,
            );
        if (front.tls.from !== "edge")
            yield finding(
                ["front", "tls", "from"],
                "is not needed: the tunnel encrypts up to the host, and expects no TLS from there",
                "write edge, or leave the key out",
            );
    },
});
