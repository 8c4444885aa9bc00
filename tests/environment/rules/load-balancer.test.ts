import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("load-balancer");

describe("the rule load-balancer", () => {
    it("accepts either entry, and a firewall at a balancer that there is", () => {
        accepts("production", { "ringfence:domain.entry": "worker" });
        accepts("production", { "ringfence:domain.entry": "load-balancer" });
        accepts("production", {
            "ringfence:domain.entry": "load-balancer",
            "ringfence:domain.balancer": { firewall: true },
        });
        accepts("production", { "ringfence:domain": undefined });
    });
    it("ORB-4 refuses a firewall at a balancer that there is not", () => {
        refuses(
            "production",
            { "ringfence:domain.balancer": { firewall: true } },
            {
                key: "ringfence:domain.balancer.firewall",
                message: "there is no load balancer",
                repair: '"load-balancer" at ringfence:domain.entry',
            },
        );
    });
});
