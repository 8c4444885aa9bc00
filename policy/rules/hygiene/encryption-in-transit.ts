import type { Finding, Rule, Scope } from "../../rule";
import { caches, dataAddresses, databases, judged, pieces, survey, text, type Variable, valuesOf } from "../../views";

export const encryptionInTransit: Rule = {
    name: "encryption-in-transit",
    kind: "hygiene",
    forbids: "Nothing may talk to a database or a cache without encryption.",
    why: "What travels in clear can be read and changed on the way.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-10"],
    repair: "Demand TLS of the server (`sslMode: ENCRYPTED_ONLY`, `transitEncryptionMode: SERVER_AUTHENTICATION`) and of the client (`rediss://`, `sslmode=require`).",
    platforms: ["gcp", "docker"],
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

function* addresses(scope: Scope): Generator<Finding> {
    for (const resource of judged(scope)) {
        if (resource.external || !/^(gcp|docker):/.test(resource.type)) continue;
        for (const variable of valuesOf(scope, resource)) {
            if (!plain.test(pieces(variable.value).text)) continue;
            if (resource.type.startsWith("docker:") && staysOnHost(scope, variable)) continue;
            yield {
                urn: resource.urn,
                message: `The address in ${variable.name} asks for a connection without encryption.`,
            };
        }
    }
}

/**
 * From one container to another by a network of their own host nothing goes over a wire, so there is nothing to encrypt:
 * https://docs.docker.com/engine/network/drivers/bridge/ Other drivers join hosts.
 */
function staysOnHost(scope: Scope, variable: Variable): boolean {
    const { byUrn, byType, names } = survey(scope);
    const networks = byType.get("docker:index/network:Network") ?? [];
    if (networks.some(({ inputs }) => !["", "bridge"].includes(text(inputs.driver) ?? ""))) return false;
    const isContainer = (urn: string) => byUrn.get(urn)?.type === "docker:index/container:Container";
    const found = dataAddresses(variable);
    return (
        found.length > 0 &&
        found.every(({ written, references }) =>
            references.length > 0 ? references.every(({ urn }) => isContainer(urn)) : names.has(written),
        )
    );
}
