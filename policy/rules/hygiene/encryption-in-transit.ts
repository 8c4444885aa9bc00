import type { Finding, Rule, Scope } from "../../rule";
import { caches, databases, judged, pieces, valuesOf } from "../../views";

export const encryptionInTransit: Rule = {
    name: "encryption-in-transit",
    kind: "hygiene",
    forbids: "Nothing may talk to a database or a cache without encryption.",
    why: "What travels in clear can be read and changed on the way.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-10"],
    repair: "Demand TLS of the server (`sslMode: ENCRYPTED_ONLY`, `transitEncryptionMode: SERVER_AUTHENTICATION`) and of the client (`rediss://`, `sslmode=require`).",
    platforms: ["gcp"],
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
