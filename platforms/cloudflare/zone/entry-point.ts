import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";

/** Where Cloudflare looks at the rules: https://developers.cloudflare.com/ruleset-engine/reference/phases-list/ */
export type Phase = "http_request_cache_settings" | "http_request_firewall_managed" | "http_ratelimit";

export interface EntryPointRule extends Omit<cloudflare.types.input.RulesetRule, "id" | "enabled" | "ref"> {
    /**
     * The rule's own name. By it Cloudflare knows the rule again when others are added or change places; without it every
     * rule of the set is a new one then, and each plan shows a difference.
     * https://developers.cloudflare.com/terraform/troubleshooting/rule-id-changes/
     */
    readonly ref: string;
    readonly description: string;
}

export interface EntryPointArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    readonly phase: Phase;
    readonly description: string;
    readonly rules: readonly EntryPointRule[];
}

/** All rules of one phase. A zone has at most one such set for each, so a new one can only follow the old one. */
export function entryPoint(
    name: string,
    { zoneId, phase, description, rules }: EntryPointArgs,
    parent: pulumi.Resource,
): cloudflare.Ruleset {
    return new cloudflare.Ruleset(
        name,
        {
            zoneId,
            // What the dashboard calls the set, so that one that it made can be imported without being replaced.
            name: "default",
            kind: "zone",
            phase,
            description,
            rules: rules.map((rule) => ({ ...rule, enabled: true })),
        },
        { parent, deleteBeforeReplace: true },
    );
}
