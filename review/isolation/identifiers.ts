import { type Dumps, type Environment, servedHostsOf } from "../../environment";

/** Something that belongs to one environment alone, as its configuration names it. */
export interface Identifier {
    readonly kind: string;
    readonly value: string;
    readonly key: string;
}

/** What each environment must have for itself: two environments with one of these are not two. */
export function identifiersOf(environment: Environment): readonly Identifier[] {
    const { vonage } = environment.integrations;
    const { database } = environment;
    return [
        ...locationOf(environment),
        ...servedHostsOf(environment).map((host) => ({ kind: "host name", value: host, key: "ringfence:domain" })),
        ...(vonage === undefined
            ? []
            : [
                  {
                      kind: "Vonage application",
                      value: vonage.applicationId,
                      key: "ringfence:integrations.vonage.applicationId",
                  },
              ]),
        ...(database.engine === "supabase"
            ? [{ kind: "database", value: database.url, key: "ringfence:database.url" }]
            : []),
    ];
}

function locationOf({ name, gcp, docker, dumps }: Environment): readonly Identifier[] {
    if (gcp !== undefined) return [{ kind: "Google Cloud project", value: gcp.project, key: "gcp:project" }];
    if (docker === undefined) return [];
    return dumpsOf(dumps, docker.host, name);
}

/** Where two environments' dumps lie together, the one's retention deletes the other's. */
function dumpsOf(dumps: Dumps | undefined, host: string, environment: string): readonly Identifier[] {
    if (dumps === undefined) return [];
    const { target } = dumps;
    const value =
        target.kind === "path"
            ? `${host}:${target.path}`
            : `${target.endpoint}/${target.bucket}/${target.prefix ?? environment}`;
    return [{ kind: "place for dumps", value, key: "ringfence:dumps.target" }];
}
