export { TunnelEntry, type TunnelEntryArgs } from "./entry";
export { ManagedTunnel, type ManagedTunnelArgs } from "./managed-tunnel";
