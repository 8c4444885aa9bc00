import type { Finding, Rule, Scope } from "../../rule";
import { caches, databases, judged, pieces, valuesOf } from "../../views";

export const encryptionInTransit: Rule = {
    name: "encryption-in-transit",
    kind: "hygiene",
    forbids: "Nothing may talk to a database, a cache or a user without encryption.",
    why: "What travels in clear can be read and changed on the way.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-10", "ORB-2"],
    repair: "Demand TLS of the server (`sslMode: ENCRYPTED_ONLY`, `transitEncryptionMode: SERVER_AUTHENTICATION`, SSL mode full or strict) and of the client (`rediss://`, `sslmode=require`).",
    platforms: ["gcp", "cloudflare"],
    *check(scope) {
        for (const { resource, encryptsTransit } of databases(scope)) {
            if (encryptsTransit === false)
                yield { urn: resource.urn, message: "The database server also takes connections without encryption." };
        }
        for (const { resource, encryptsTransit } of caches(scope)) {
            if (encryptsTransit === false)
                yield { urn: resource.urn, message: "The cache takes connections without encryption." };
        }
        yield* addresses(scope);
        yield* zones(scope);
    },
};

const plain =
    /(?<![\w+.-])redis:\/\/(?![^/]*@?(?:localhost|127\.))|(?<![\w+.-])postgres(?:ql)?:\/\/\S*[?&]sslmode=(?:disable|allow|prefer)|[?&]ssl=false/iu;

/** Only on Google Cloud: a container's network on one host goes over no wire. */
function* addresses(scope: Scope): Generator<Finding> {
    for (const resource of judged(scope)) {
        if (!resource.type.startsWith("gcp:")) continue;
        for (const { name, value } of valuesOf(scope, resource)) {
            if (!plain.test(pieces(value).text)) continue;
            yield { urn: resource.urn, message: `The address in ${name} asks for a connection without encryption.` };
        }
    }
}

const strict: Readonly<Record<string, ReadonlySet<unknown>>> = {
    ssl: new Set(["full", "strict", "origin_pull"]),
    always_use_https: new Set(["on"]),
    min_tls_version: new Set(["1.2", "1.3"]),
};

function* zones(scope: Scope): Generator<Finding> {
    for (const { urn, type, inputs } of judged(scope)) {
        if (type !== "cloudflare:index/zoneSetting:ZoneSetting" || typeof inputs.value !== "string") continue;
        const allowed = strict[String(inputs.settingId)];
        if (allowed === undefined || allowed.has(inputs.value)) continue;
        yield { urn, message: `The zone's ${inputs.settingId} lets requests through that are not properly encrypted.` };
    }
}
