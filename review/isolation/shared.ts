import type { Environment } from "../../environment";
import { imageOf } from "../../environment";
import type { SharedResource } from "../plan";

/** What several environments use on purpose: declared in their configuration, without state of their own there. */
export function sharedResources(environments: readonly Environment[]): readonly SharedResource[] {
    return [
        ...used(
            environments,
            ({ domain }) => (domain === undefined ? [] : [`Cloudflare zone ${domain.zone}`]),
            "each environment writes records for its own host names only",
        ),
        ...used(
            environments,
            (environment) => [
                ...new Set(
                    (["api", "gateway", "web"] as const)
                        .map((service) => imageOf(environment, service))
                        .flatMap((image) =>
                            image?.digest === undefined ? [] : [`image ${image.repository}@${image.digest}`],
                        ),
                ),
            ],
            "the same digest is promoted from environment to environment",
        ),
        ...used(
            environments,
            ({ integrations: { salesforce } }) =>
                salesforce.url === undefined || !["read", "write"].includes(salesforce.access)
                    ? []
                    : [`Salesforce organisation ${salesforce.url}`],
            "pre-production reads it with a read-only credential of its own (declared exception); production alone writes",
        ),
    ];
}

function used(
    environments: readonly Environment[],
    resourcesOf: (environment: Environment) => readonly string[],
    why: string,
): readonly SharedResource[] {
    const users = new Map<string, string[]>();
    for (const environment of environments) {
        for (const resource of resourcesOf(environment)) {
            users.set(resource, [...(users.get(resource) ?? []), environment.name]);
        }
    }
    return [...users]
        .filter(([, stacks]) => stacks.length > 1)
        .map(([resource, stacks]) => ({ resource, stacks, why }));
}
