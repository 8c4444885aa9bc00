export { BalancerEntry, type BalancerEntryArgs } from "./balancer-entry";
export { WorkerEntry, type WorkerEntryArgs } from "./worker-entry";
