import type { Rule } from "../../rule";
import { figure, judged } from "../../views";

const records = new Set(["cloudflare:index/dnsRecord:DnsRecord", "cloudflare:index/record:Record"]);
/** How Cloudflare writes a TTL that it chooses itself: https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/ */
const automatic = 1;

export const proxiedTtlAutomatic: Rule = {
    name: "proxied-ttl-automatic",
    kind: "hygiene",
    forbids: "A DNS record that Cloudflare proxies may ask for no TTL of its own.",
    why: "Cloudflare sets it itself, so the deployment is refused or every plan from then on shows a difference.",
    level: "mandatory",
    severity: "low",
    requirements: ["ORB-1"],
    repair: "Write `ttl: 1`, which is how Cloudflare writes automatic.",
    platforms: ["cloudflare"],
    *check(scope) {
        for (const { urn, type, inputs, external } of judged(scope)) {
            if (external || !records.has(type) || inputs.proxied !== true) continue;
            const ttl = figure(inputs.ttl);
            if (ttl !== undefined && ttl !== automatic)
                yield { urn, message: `The record is proxied and asks for a TTL of ${ttl} s.` };
        }
    },
};
