import type { Network } from "./network";

/** Private addresses go through the environment's network, everything else straight to the internet. */
export const directEgress = (network: Network) => ({
    egress: "PRIVATE_RANGES_ONLY",
    networkInterfaces: [{ network: network.vpc.id, subnetwork: network.subnetwork.id }],
});
