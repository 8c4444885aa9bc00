import type { Environment, SharedUse } from "../../environment";
import { imageOf, registryAddress, seedPlaceOf, sharedUsesOf } from "../../environment";
import type { SharedResource } from "../plan";
import { managerOf } from "./zone-managers";

/** What several environments use on purpose: declared in their configuration, without state of their own there. */
export function sharedResources(environments: readonly Environment[]): readonly SharedResource[] {
    return [
        ...tunnels(environments),
        ...transcriptions(environments),
        ...zones(environments),
        ...used(
            environments,
            ({ registry }) => (registry === undefined ? [] : [`image registry ${registryAddress(registry)}`]),
            "one stack manages it and lets the others read; it is in a project that holds nothing else",
        ),
        ...used(
            environments,
            (environment) => [
                ...new Set(
                    environment.services
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
            (environment) => {
                const place = seedPlaceOf(environment);
                return place === undefined ? [] : [place];
            },
            "production's anonymiser adds anonymised dumps to it and may do nothing else there (declared exception); it is pre-production's own",
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

/** The owner is there however few use it: it says so itself. */
const owned = (
    environments: readonly Environment[],
    what: SharedUse["what"],
    nameOf: (owner: Environment) => string | undefined,
    why: string,
): readonly SharedResource[] =>
    environments.flatMap((owner) => {
        const name = owner.tier === "shared" ? nameOf(owner) : undefined;
        const users = environments.filter((environment) =>
            sharedUsesOf(environment).some((use) => use.what === what && use.stack === owner.name),
        );
        return name === undefined
            ? []
            : [{ resource: name, stacks: [...users.map((user) => user.name), owner.name], why }];
    });

const tunnels = (environments: readonly Environment[]) =>
    owned(
        environments,
        "tunnel",
        ({ tunnel }) => tunnel && `Cloudflare tunnel ${tunnel.name}`,
        "its owner leads each host name to the front of one environment; environments own the records of their host names and nothing of the tunnel",
    );

const transcriptions = (environments: readonly Environment[]) =>
    owned(
        environments,
        "transcription",
        ({ transcription }) =>
            transcription?.address && `speech recognition at ${transcription.address}:${transcription.port}`,
        "it keeps nothing of what it hears, and is in no network of an environment",
    );

/** Of the zones that several environments are in, one stack sets what holds for all of them. */
const zones = (environments: readonly Environment[]): readonly SharedResource[] =>
    [...new Set(environments.flatMap(({ domain }) => domain?.zone ?? []))].flatMap((zone) => {
        const manager = managerOf(zone, environments);
        return used(
            environments,
            ({ domain }) => (domain?.zone === zone ? [`Cloudflare zone ${zone}`] : []),
            `each environment writes records for its own host names only; ${manager === undefined ? "no stack of the project" : `${manager} alone`} manages its settings`,
        );
    });

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
