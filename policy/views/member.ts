import type { ResourceFacts, Value } from "../facts";
import type { Scope } from "../rule";
import { possibleSources, unprovenName, unprovenOrigin } from "./origin";
import { pieces, withoutReferences } from "./pieces";
import { isGoogles, projectsNamed } from "./project";

/**
 * Google's own agents, which act for a project and hold none of another's data. Not among them: the agents of Cloud Build
 * and of deployments, which run what people give them, so whose project they are of does matter.
 * https://cloud.google.com/iam/docs/service-agents
 */
const agents: readonly RegExp[] = [
    /@([a-z0-9-]+)\.iam\.gserviceaccount\.com$/,
    /@system\.gserviceaccount\.com$/,
    /:cloud-logs@google\.com$/,
];

export function isServiceAgent(member: string): boolean {
    return agents.some((pattern) => {
        const [match, project] = pattern.exec(member) ?? [];
        return match !== undefined && (project === undefined || isGoogles(project));
    });
}

/** People and groups: who is in them, only the directory knows. */
const isHuman = (member: string): boolean => /^(deleted:)?(user|group|domain):/.test(member);
const isEverybody = (member: string): boolean => /^all(Authenticated)?Users$/.test(member);
const defaultAccount = /(^|:)\d+-compute@developer\.gserviceaccount\.com$/;

/**
 * Why the one whom a permission or a workload names is not of this environment; nothing where it is, or where nobody can
 * tell without asking the directory (people, groups).
 */
export function foreignMember(
    scope: Scope,
    resource: ResourceFacts,
    at: { readonly property: string; readonly key?: string },
    member: Value,
): string | undefined {
    const written = withoutReferences(pieces(member).text);
    if (isHuman(written) || isEverybody(written) || isServiceAgent(written)) return undefined;
    const unproven = unprovenOrigin(scope, member);
    if (unproven !== undefined) return unproven;
    if (defaultAccount.test(written)) {
        return "it is the default account of a project named by number, which cannot be told to be this environment's";
    }
    if (isOwnPool(scope, resource, at.property, written)) return undefined;
    if (pieces(member).references.length === 0 && isAccount(written) && projectsNamed(member).length === 0) {
        return "nothing in it says that it is this environment's";
    }
    return unprovenName(scope, resource, at, member);
}

/** An account by its address, as a member or alone. */
const isAccount = (written: string): boolean => /^((deleted:)?serviceAccount:)?[^\s:]+@/.test(written);

/** A workload identity pool is only ever named by its project's number; one that this stack registers is its own. */
const isOwnPool = (scope: Scope, resource: ResourceFacts, property: string, principal: string): boolean =>
    possibleSources(scope, resource, property).some(
        ({ inputs: { workloadIdentityPoolId: pool } }) =>
            typeof pool === "string" && principal.includes(`/workloadIdentityPools/${pool}/`),
    );
