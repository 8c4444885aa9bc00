import type { Environment } from "../../environment";
import type { Value } from "../facts";
import { pieces, withoutReferences } from "./pieces";

const url = /(?<![\w+.-])[a-z][a-z0-9+.-]*:\/\/([^/?#\s"'`]+)/giu;
/** A value that is a host name, as a DNS record or a route writes it: with a path perhaps. */
const bare = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\.?(?::\d+)?(?=$|\/)/i;

/** What looks like a host name and is a file: `main.js`, `values.production.yaml`. */
const file =
    /\.(c?js|mjs|c?ts|mts|jsx|tsx|py|rb|go|rs|java|jar|php|lua|sh|bash|sql|json|ya?ml|toml|ini|conf|cfg|env|csv|tsv|txt|md|html?|css|xml|log|pem|crt|key|lock|sock|pid|wasm|zip|gz|tar|png|svg|ico)$/i;

type Named = Pick<Environment, "domain">;

/** The hosts that a text names, in lower case; under the environment's own zone only what stands before it, unless `whole`. */
export function hostsIn({ domain }: Named, value: Value | undefined, whole = false): readonly string[] {
    const text = pieces(value).text;
    // Cheap to ask: every host has one of them.
    if (!text.includes(".") && !text.includes("://")) return [];
    const hosts = [...text.matchAll(url)].map(([, authority = ""]) => authority.slice(authority.lastIndexOf("@") + 1));
    const [host] = bare.exec(text) ?? [];
    if (host !== undefined && !file.test(host)) hosts.push(host);
    return hosts.map((host) => {
        const name = withoutReferences(host)
            .replace(/\.?(:\d*)?$/, "")
            .toLowerCase();
        return whole ? name : withoutZone(name, domain?.zone);
    });
}

/** The part of a name that somebody chose: neither the zone nor the top-level domain says anything of the environment. */
const withoutZone = (host: string, zone: string | undefined): string =>
    zone !== undefined && (host === zone || host.endsWith(`.${zone}`))
        ? host.slice(0, -zone.length)
        : host.replace(/\.[a-z]{2,}$/, "");

/** The hosts that production has in the same zone: `api.<zone>`, `voice.<zone>`, `www.<zone>`. */
export function productionHosts({ domain }: Named): ReadonlySet<string> {
    if (domain === undefined) return new Set();
    const own = new Set(Object.values(domain.hosts));
    return new Set(["api", "voice", "www"].map((name) => `${name}.${domain.zone}`).filter((host) => !own.has(host)));
}
