import type * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../../environment/units";

export interface AuditLogsArgs {
    /** Nobody can delete an entry before it is this old. `locked`: nor shorten the time, ever again. */
    readonly retention: { readonly period: Seconds; readonly locked: boolean };
    /** Whether reads and writes of data and secrets are logged too, not only changes of settings. */
    readonly dataAccess: boolean;
}
export interface AuditLogs {
    /** What keeps the entries. */
    readonly resource: pulumi.Resource;
}
