import { type Tier, tiers, tierWords } from "../../../environment/tier";
import { words } from "../../recognise";
import type { Rule } from "../../rule";
import { entries } from "../../views";

export const hostNameTellsEnvironment: Rule = {
    name: "host-name-tells-environment",
    kind: "hygiene",
    forbids: "Every host name below production must name its environment, and none may name another.",
    why: "People choose where they work by the address, and a wrong guess ends in production.",
    level: "mandatory",
    severity: "medium",
    requirements: ["ORA-12"],
    repair: "Leave `domain.hosts` out, so that the names are made from the stack's (`staging-api.example.com`), or put its word into them.",
    platforms: ["cloudflare", "gcp", "kubernetes"],
    *check(scope) {
        const { name, tier, domain } = scope.environment;
        const own = new Set([...words(name), ...tierWords[tier]]);
        const others = wordsOfOthers(tier);
        for (const { resource, host } of entries(scope)) {
            const other = words(chosen(host, domain?.zone)).find((word) => others.has(word) && !own.has(word));
            if (other !== undefined)
                yield { urn: resource.urn, message: `The host name ${host} says "${other}", but this is ${name}.` };
            else if (tier !== "production" && tier !== "shared" && !words(host).some((word) => own.has(word)))
                yield { urn: resource.urn, message: `The host name ${host} does not say that it is ${name}'s.` };
        }
    },
};

/** What somebody chose for this environment: the zone is every environment's. */
const chosen = (host: string, zone: string | undefined): string =>
    zone !== undefined && (host === zone || host.endsWith(`.${zone}`))
        ? host.slice(0, -zone.length)
        : host.replace(/\.[a-z]+$/, "");

/** Below production only its words mislead; in production every other tier's do. */
const wordsOfOthers = (own: Tier): ReadonlySet<string> =>
    new Set(
        tiers
            .filter((tier) => (own === "production" ? tier !== own && tier !== "shared" : tier === "production"))
            .flatMap((tier) => tierWords[tier]),
    );
