import { anyOf, endsWith, startsWith, within } from "./expressions";

export interface ApiCallsArgs {
    /** The zone's name. */
    readonly zone: string;
    /** Host names behind which calls are answered, also those that do not look like it. */
    readonly apiHosts: readonly string[];
}

const services = ["api", "voice"] as const;

/**
 * A request that is answered for one caller at one moment. The zone is everybody's: the hosts of other environments are
 * known by their pattern, `<stack>-api.<zone>`, never by their name.
 */
export function isApiCall({ zone, apiHosts }: ApiCallsArgs): string {
    const byPattern = (host: string) =>
        services.some((service) => host.startsWith(`${service}.`) || host.endsWith(`-${service}.${zone}`));
    const others = apiHosts.filter((host) => !byPattern(host));
    return anyOf([
        ...services.map((service) => startsWith("http.host", `${service}.`)),
        ...services.map((service) => endsWith("http.host", `-${service}.${zone}`)),
        ...(others.length === 0 ? [] : [within("http.host", others)]),
        startsWith("http.request.uri.path", "/api/"),
    ]);
}
