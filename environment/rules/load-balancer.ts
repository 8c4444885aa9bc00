import { rule } from "./rule";

export const loadBalancer = rule({
    name: "load-balancer",
    demands: "What is said of the load balancer is said of one that there is",
    requirements: ["ORB-4"],
    needs: ["domain"],
    *check({ domain }) {
        if (domain?.entry === "worker" && domain.balancer.firewall)
            yield {
                path: ["domain", "balancer", "firewall"],
                message: 'there is no load balancer to look at requests: domain.entry is "worker"',
                repair: 'write "load-balancer" at ringfence:domain.entry, or remove the key; Cloudflare\'s own rules are ringfence:zone.firewall',
            };
    },
});
