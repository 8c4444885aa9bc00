import { isProduction } from "../../../environment/tier";
import type { Rule } from "../../rule";
import { asDockerContainer, isEveryAddress, judged } from "../../views";

export const portsOnOneAddress: Rule = {
    name: "ports-on-one-address",
    kind: "hygiene",
    forbids: "Below production no port of the host may be published on all of its addresses.",
    why: "What is only being tried out is then open to whoever reaches the host, past its firewall: Docker opens that itself.",
    level: "mandatory",
    severity: "high",
    requirements: ["ACG-10", "ORA-4"],
    repair: "Bind it to one address (`front.address`, `ports[].ip`): that of the tunnel or the proxy before it, or `127.0.0.1`.",
    platforms: ["docker"],
    *check(scope) {
        if (isProduction(scope.environment.tier)) return;
        for (const resource of judged(scope)) {
            if (resource.external) continue;
            for (const { port, address } of asDockerContainer(resource)?.ports ?? []) {
                if (isEveryAddress(address))
                    yield {
                        urn: resource.urn,
                        message: `A port of the host (${port}) is published on all of its addresses.`,
                    };
            }
        }
    },
};
