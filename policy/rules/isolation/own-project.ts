import { isDeclaredInRegistry } from "../../declared/registry";
import type { ResourceFacts } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { isProjectKey, judged, projectOf, projectsNamed, unprovenOrigin } from "../../views";

export const ownProject: Rule = {
    name: "own-project",
    kind: "isolation",
    forbids:
        "A stack may register Google Cloud resources in no other project than its environment's own, and reach no other Docker Engine.",
    why: "The project, or the host, is the wall: whoever may write to another environment's may change that environment.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "MVA-1", "VOX-3"],
    repair: "Leave `project` out, or take it from the stack's `gcp:project`; on a Docker host leave such resources out, and name the host in `docker:host` alone.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        const own = projectOf(scope.environment);
        for (const resource of judged(scope)) {
            yield* ofEngine(scope, resource);
            if (resource.external || !/^(gcp:|pulumi:providers:gcp)/.test(resource.type)) continue;
            if (isDeclaredInRegistry(scope, resource)) continue;
            if (scope.environment.gcp === undefined) {
                yield {
                    urn: resource.urn,
                    message: "This environment is on no Google Cloud, so whatever is there is another's.",
                };
                continue;
            }
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

/** A provider of the stack's own making that acts on another Docker Engine than the environment's. */
function* ofEngine({ environment }: Scope, { urn, type, inputs }: ResourceFacts): Generator<Finding> {
    if (environment.docker === undefined || type !== "pulumi:providers:docker") return;
    const { host } = inputs;
    if (host === undefined || host === null || host === environment.docker.host) return;
    yield { urn, message: "The Docker Engine that host names is not this environment's." };
}
