import { hostsOf } from "../defaults";
import type { Tier } from "../tier";
import { tiers, tierWords } from "../tier";
import { oneOf, quoted } from "../wording";
import { type Finding, rule } from "./rule";

const services = ["api", "voice", "web"] as const;

export const hostNames = rule({
    name: "host-names",
    demands: "A host name tells its environment at a glance, is the zone or one label below it, and is used once",
    requirements: ["ORA-12", "ORB-1"],
    needs: ["tier", "domain", "front", "services"],
    *check(environment) {
        const hosts = hostsOf(environment);
        const { domain, tier, name } = environment;
        if (hosts === undefined || domain === undefined) return;
        const taken = new Map<string, string>();
        const named = environment.front?.routes === "paths" ? (["web"] as const) : services;
        for (const service of named) {
            const host = hosts[service];
            const at: Finding["path"] = ["domain", "hosts", service];
            const other = taken.get(host);
            taken.set(host, service);
            if (other !== undefined)
                yield {
                    path: at,
                    message: `${quoted(host)} is also the host of ${other}`,
                    repair: "write another one",
                };
            const fault = outsideZone(host, domain.zone) ?? confusing(host, domain.zone, name, tier);
            if (fault !== undefined) yield { path: at, ...fault };
        }
    },
});

type Fault = Pick<Finding, "message" | "repair">;

/** Cloudflare's universal certificate covers the zone and one label below it: https://developers.cloudflare.com/ssl/edge-certificates/universal-ssl/limitations/ */
function outsideZone(host: string, zone: string): Fault | undefined {
    if (host === zone) return undefined;
    const repair = `write a host name of the form name.${zone}`;
    if (!host.endsWith(`.${zone}`)) return { message: `${quoted(host)} is not in the zone ${zone}`, repair };
    if (!host.slice(0, -zone.length - 1).includes(".")) return undefined;
    return {
        message: `${quoted(host)} is more than one label below ${zone}, where Cloudflare's certificate does not reach`,
        repair,
    };
}

function confusing(host: string, zone: string, stack: string, tier: Tier): Fault | undefined {
    const label = host === zone ? zone : host.slice(0, -zone.length - 1);
    const words = new Set(label.split(/[-.]/));
    const foreign = tiers
        .filter((other) => (tier === "production" ? other !== tier : other === "production"))
        .flatMap((other) => tierWords[other])
        .filter((word) => words.has(word) && !stack.split("-").includes(word));
    if (foreign[0] !== undefined && host !== zone)
        return {
            message: `${quoted(host)} says ${quoted(foreign[0])}, and this stack's tier is ${tier}`,
            repair: "write a host name without that word",
        };
    if (tier === "production" || `-${label.replaceAll(".", "-")}-`.includes(`-${stack}-`)) return undefined;
    if (tierWords[tier].some((word) => words.has(word))) return undefined;
    return {
        message: `${quoted(host)} could be production: nothing in it says ${tier}`,
        repair: `put ${oneOf([stack, ...tierWords[tier]].map(quoted))} into it, between dashes`,
    };
}
