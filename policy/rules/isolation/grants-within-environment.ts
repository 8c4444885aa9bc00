import { isDeclaredWriter } from "../../declared/anonymiser";
import { isDeclaredInRegistry } from "../../declared/registry";
import type { Rule } from "../../rule";
import {
    foreignMember,
    foreignSource,
    grants,
    type pieces,
    projectOf,
    projectsNamed,
    unprovenOrigin,
} from "../../views";

export const grantsWithinEnvironment: Rule = {
    name: "grants-within-environment",
    kind: "isolation",
    forbids: "A permission may be given only to an identity of the own environment, and only on its own resources.",
    why: "One grant across environments undoes every other wall between them.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "MVA-6", "VOX-4"],
    repair: "Grant to a service account that this stack registers, on a resource that this stack registers.",
    platforms: ["gcp"],
    *check(scope) {
        for (const { resource, members, targets, wide } of grants(scope)) {
            const { urn } = resource;
            if (isDeclaredInRegistry(scope, resource) || isDeclaredWriter(scope, resource)) continue;
            if (wide)
                yield {
                    urn,
                    message: "A permission on a folder or an organisation reaches every environment below it.",
                };
            for (const member of members) {
                const why = foreignMember(scope, resource, { property: "member" }, member);
                if (why !== undefined) yield { urn, message: `The member is not of this environment: ${why}.` };
            }
            for (const property of Object.keys(resource.inputs)) {
                const why = foreignSource(scope, resource, property);
                if (why !== undefined)
                    yield { urn, message: `What ${property} says is not of this environment: ${why}.` };
            }
            for (const { property, value } of targets) {
                const why =
                    unprovenOrigin(scope, value) ?? foreignTarget(projectOf(scope.environment), property, value);
                if (why !== undefined)
                    yield { urn, message: `What ${property} names is not of this environment: ${why}.` };
            }
        }
    },
};

function foreignTarget(own: string, property: string, value: Parameters<typeof pieces>[0]): string | undefined {
    const other = projectsNamed(value, property).find(({ project, numeric }) => !numeric && project !== own);
    return other === undefined ? undefined : `it lives in the project "${other.project}"`;
}
