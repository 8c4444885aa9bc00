import { type Environment, hostsOf } from "../../environment";

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
        { kind: "Google Cloud project", value: environment.gcp.project, key: "gcp:project" },
        ...Object.values(hostsOf(environment) ?? {})
            .filter((host): host is string => host !== undefined)
            .map((host) => ({ kind: "host name", value: host, key: "ringfence:domain" })),
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
