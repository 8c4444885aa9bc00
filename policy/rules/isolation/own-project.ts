import { isDeclaredInRegistry } from "../../declared/registry";
import type { Rule } from "../../rule";
import { isProjectKey, judged, projectsNamed, unprovenOrigin } from "../../views";

export const ownProject: Rule = {
    name: "own-project",
    kind: "isolation",
    forbids: "A stack may register Google Cloud resources in no other project than its environment's own.",
    why: "The project is the wall: whoever may write to another environment's project may change that environment.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "MVA-1", "VOX-3"],
    repair: "Leave `project` out, or take it from the stack's `gcp:project`.",
    platforms: ["gcp"],
    *check(scope) {
        const own = scope.environment.gcp.project;
        for (const resource of judged(scope)) {
            if (resource.external || !/^(gcp:|pulumi:providers:gcp)/.test(resource.type)) continue;
            if (isDeclaredInRegistry(scope, resource)) continue;
            const adopted = projectsNamed(resource.adopted, "id").find(
                ({ project, numeric }) => !numeric && project !== own,
            );
            if (adopted !== undefined)
                yield {
                    urn: resource.urn,
                    message: `What it adopts (import) is not this environment's: it is in the project "${adopted.project}".`,
                };
            for (const [property, value] of Object.entries(resource.inputs)) {
                if (!isProjectKey(property) && !resource.type.startsWith("pulumi:")) continue;
                const other = projectsNamed(value, property).find(({ project }) => project !== own);
                const why =
                    unprovenOrigin(scope, value) ??
                    (other === undefined ? undefined : `it is "${other.project}", the environment's is "${own}"`);
                if (why !== undefined)
                    yield { urn: resource.urn, message: `What ${property} names is not this environment's: ${why}.` };
            }
        }
    },
};
