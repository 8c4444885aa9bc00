import type { types } from "@pulumi/gcp";
import * as compute from "@pulumi/gcp/compute";
import { labels } from "../labels";
import { cloudflareRanges } from "./cloudflare-ranges";
import { firewallRules } from "./firewall";
import { type Parts, partName } from "./part";

type Rule = types.input.compute.SecurityPolicyRule;

/** Ranges that one rule takes: https://cloud.google.com/armor/docs/security-policy-overview */
const rangesInRule = 10;
/** The priority of the rule that decides where no other does: the lowest there is, and the API's own. */
const lastPriority = 2_147_483_647;
/** Where the rules that let somebody in begin; the firewall's come before them, because the first that matches decides. */
const admitFrom = 10_000;

/**
 * Lets in who comes from Cloudflare's addresses and refuses everybody else: a global balancer has no network in front of
 * it, and nothing else can close its address.
 *
 * The filter says "through Cloudflare", not "through this zone": what another customer of Cloudflare's sends to the
 * address passes it. Such a request must still name one of the environment's host names, in the handshake and in `Host`,
 * to reach a service; what it gets around then is the zone's own firewall and rate limit. The services' own
 * authentication is therefore never left to the edge.
 */
export function edgePolicy(parts: Parts, firewall: boolean): compute.SecurityPolicy {
    const { foundation, name, parent } = parts;
    return new compute.SecurityPolicy(
        `${name}-policy`,
        {
            project: foundation.project,
            name: partName(parts, "policy"),
            description: "The edge and nobody else",
            type: "CLOUD_ARMOR",
            labels: labels(foundation, name),
            // A JSON body is read field by field; as one text, harmless punctuation looks like an attack.
            advancedOptionsConfig: firewall ? { jsonParsing: "STANDARD", logLevel: "NORMAL" } : undefined,
            rules: [...(firewall ? firewallRules() : []), ...admitted(), refused],
        },
        { parent, dependsOn: [foundation.apis.enable("compute")] },
    );
}

const admitted = (): Rule[] =>
    Array.from({ length: Math.ceil(cloudflareRanges.length / rangesInRule) }, (_, index) => ({
        priority: admitFrom + index,
        action: "allow",
        description: `Cloudflare, part ${index + 1}`,
        match: bySource(cloudflareRanges.slice(index * rangesInRule, (index + 1) * rangesInRule)),
    }));

const bySource = (srcIpRanges: readonly string[]): Rule["match"] => ({
    versionedExpr: "SRC_IPS_V1",
    config: { srcIpRanges: [...srcIpRanges] },
});

const refused: Rule = {
    priority: lastPriority,
    action: "deny(403)",
    description: "Whoever does not come through the edge",
    match: bySource(["*"]),
};
