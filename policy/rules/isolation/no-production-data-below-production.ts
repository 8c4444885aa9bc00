import { belowProduction } from "../../../environment/tier";
import { isDeclaredWriter } from "../../declared/anonymiser";
import type { ResourceFacts, Value } from "../../facts";
import { namesProduction, variableOfProduction } from "../../recognise";
import type { Finding, Rule, Scope } from "../../rule";
import {
    asWorkload,
    called,
    dataAddresses,
    isProse,
    isSecretVersion,
    judged,
    leavesOf,
    pieces,
    projectOf,
    projectsNamed,
    uses,
    valuesOf,
    withoutReferences,
} from "../../views";
import { hostsIn, productionHosts } from "../../views/host";

export const noProductionDataBelowProduction: Rule = {
    name: "no-production-data-below-production",
    kind: "isolation",
    forbids: "Below production nothing may name production's data: its hosts, databases, secrets, buckets or projects.",
    why: "Real customers' data must not be in reach of environments that are tried out on.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORA-6", "MVA-6", "ACG-10"],
    repair: "Refer to the environment's own resource, or seed it from an anonymised dump.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        if (!belowProduction(scope.environment.tier)) return;
        for (const resource of judged(scope)) {
            yield* ofValues(scope, resource);
            yield* ofUses(scope, resource);
            yield* ofTexts(scope, resource);
        }
    },
};

function* ofValues(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    const { environment } = scope;
    const { urn } = resource;
    for (const variable of valuesOf(scope, resource)) {
        const { name, secret } = variable;
        if (variableOfProduction(name))
            yield { urn, message: `${called(resource, variable)} is called after production.` };
        if (namesProduction(environment, nameOf(secret)))
            yield {
                urn,
                message: `${called(resource, variable)} comes from a secret that is called after production.`,
            };
        if (dataAddresses(variable).some(({ written }) => namesProduction(environment, written)))
            yield { urn, message: `${called(resource, variable)} holds an address that names production.` };
    }
}

/** Prose, code and images: an image is promoted from environment to environment and holds no data. */
const harmless = new Set(["image", "content", "creator", "lastModifier"]);

/** Hosts and projects in any text of any resource, whatever its type. */
function* ofTexts(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    // A provider may act through an identity of another project; where its resources live, own-project says.
    if (resource.type.startsWith("pulumi:")) return;
    // The dump's writer is let in, and gets nothing out.
    if (isDeclaredWriter(scope, resource)) return;
    const { environment } = scope;
    const { urn } = resource;
    for (const { key, above, path, value } of leavesOf(resource)) {
        if (isProse(key, above)) continue;
        // A file that a container is given is neither.
        if (harmless.has(key) && resource.type !== record && above !== "uploads") continue;
        if (hostsIn(environment, value).some((host) => namesProduction(environment, host)))
            yield { urn, message: `${path} holds an address that names production.` };
        if (hostsIn(environment, value, true).some((host) => productionHosts(environment).has(host)))
            yield { urn, message: `${path} holds an address of production's.` };
        const other = projectsNamed(value, key).find(
            (named) => !named.numeric && named.project !== projectOf(environment),
        );
        if (other === undefined) continue;
        const which = isSecretVersion(resource) ? "another project" : `the project "${other.project}"`;
        yield { urn, message: `${path} names ${which}, which is not this environment's.` };
    }
}

/** Of a DNS record, `content` is where it leads. */
const record = "cloudflare:index/dnsRecord:DnsRecord";

/** Secrets, data, identities and networks that are named in clear, in properties and as volumes. */
function* ofUses(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    const workload = asWorkload(resource);
    const named = [
        ...uses(resource).map(({ path, value }) => ({ path, value: value as Value })),
        ...(workload?.volumes ?? []).map(({ path, source }) => ({ path: `the volume at ${path}`, value: source })),
        ...(workload?.secrets ?? []).map((value) => ({ path: "a mounted secret", value })),
        ...(workload?.networks ?? []).map((value) => ({ path: "a network", value })),
    ];
    for (const { path, value } of named) {
        if (namesProduction(scope.environment, nameOf(value)))
            yield { urn: resource.urn, message: `What ${path} names is called after production.` };
    }
}

/** The known text of a name. */
const nameOf = (value: Value | undefined): string => withoutReferences(pieces(value).text);
