import { type Environment, hostsByService, hostsOf } from "../../environment";
import type { BalancerArgs, Route, Service } from "../../platforms/platform";

/** The services that the environment runs, each as its component. */
export type Running = Readonly<Partial<Record<"api" | "gateway" | "web", { readonly service: Service }>>>;

/** Where each is found when all are on one host name. The gateway and the API see their paths as they would without. */
export const pathPrefixes = { api: "/api/", gateway: "/voice/", web: "/" } as const;

/** Which service answers for which requests, whatever stands before them; nothing where nothing does. */
export function routesOf(environment: Environment, running: Running): Omit<BalancerArgs, "firewall"> | undefined {
    const hosts = hostsOf(environment);
    if (hosts === undefined && environment.front === undefined) return undefined;
    const byPath = environment.front?.routes === "paths";
    const named = hosts && hostsByService(hosts);
    const called = { api: "api", gateway: "voice", web: "web" } as const;
    const services: Record<string, Route> = {};
    for (const role of environment.services) {
        const service = running[role]?.service;
        if (service === undefined) continue;
        services[called[role]] = {
            host: named?.[role],
            ...(byPath ? { prefix: pathPrefixes[role] } : {}),
            service,
            webSocket: role === "gateway",
            timeout: environment[role].timeout,
        };
    }
    return {
        services,
        redirects: hosts?.apex === undefined ? {} : { [hosts.apex]: hosts.web },
        elsewhere: environment.services.includes("web") ? hosts?.web : undefined,
    };
}
