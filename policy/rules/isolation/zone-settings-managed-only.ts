import type { Value } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { unprovenOrigin, zoneWrites } from "../../views";

export const zoneSettingsManagedOnly: Rule = {
    name: "zone-settings-managed-only",
    kind: "isolation",
    forbids:
        "A stack may write settings, rulesets and mail routing of no Cloudflare zone that it is not declared to manage.",
    why: "Every environment of the zone is behind them: the stack that writes them last decides for production too.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "ORB-2", "ORB-4"],
    repair: "Let the stack that says `zone: { managed: true }` write it, for the zone of its own domain; the others write records of their own host names.",
    platforms: ["cloudflare"],
    *check(scope) {
        for (const { resource, what, zone } of zoneWrites(scope)) {
            const why = notManaged(scope, zone);
            if (why !== undefined)
                yield { urn: resource.urn, message: `It writes ${what} of a Cloudflare zone, and ${why}.` };
        }
    },
};

function notManaged(scope: Scope, zone: Value | undefined): string | undefined {
    const { zone: declared, domain } = scope.environment;
    if (!declared?.managed || domain === undefined) return "this stack is not declared to manage one";
    if (zone === undefined) return "it means every zone of the account";
    if (typeof zone === "string")
        return zone === domain.zoneId ? undefined : "it is not the zone of this stack's domain";
    return unprovenOrigin(scope, zone);
}
