export { BalancerEntry, type BalancerEntryArgs } from "./balancer-entry";
export { ManagedTunnel, type ManagedTunnelArgs, TunnelEntry, type TunnelEntryArgs } from "./tunnel";
export { WorkerEntry, type WorkerEntryArgs } from "./worker-entry";
