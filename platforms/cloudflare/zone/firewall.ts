import type * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";
import type { ZonePlan } from "../../../environment";
import { planLimits } from "../../../environment/schema/zone-plans";
import { type EntryPointRule, entryPoint } from "./entry-point";

export interface FirewallArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    readonly plan: ZonePlan;
}

const execute = (ref: string, description: string, id: string): EntryPointRule => ({
    ref,
    description,
    expression: "true",
    action: "execute",
    actionParameters: { id },
});

/** The same identifiers in every account: https://developers.cloudflare.com/waf/managed-rules/#available-managed-rulesets */
const rulesets = {
    free: [execute("free", "Cloudflare Free Managed Ruleset", "77454fe2d30c4220b5701f6fdfb893ba")],
    full: [
        execute("cloudflare", "Cloudflare Managed Ruleset", "efb7b8c949ac4650a09736fc376e9aee"),
        execute("owasp", "Cloudflare OWASP Core Ruleset", "4814384a9e5d4991b9815dcfc25d2f1f"),
    ],
};

/** Cloudflare's managed rules before the whole zone, as many as its plan has. */
export function firewall(name: string, { zoneId, plan }: FirewallArgs, parent: pulumi.Resource): cloudflare.Ruleset {
    return entryPoint(
        name,
        {
            zoneId,
            phase: "http_request_firewall_managed",
            description: "Cloudflare's managed rules",
            rules: rulesets[planLimits[plan].managedRules],
        },
        parent,
    );
}
