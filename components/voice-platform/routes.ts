import { type Environment, hostsOf } from "../../environment";
import type { BalancerArgs, Service } from "../../platforms/platform";

/** Which service answers for which public host name, whatever stands before it; nothing where there is no domain. */
export function routesOf(
    environment: Environment,
    { api, gateway, web }: Readonly<Record<"api" | "gateway" | "web", { readonly service: Service }>>,
): Omit<BalancerArgs, "firewall"> | undefined {
    const hosts = hostsOf(environment);
    if (hosts === undefined) return undefined;
    return {
        services: {
            api: { host: hosts.api, service: api.service },
            voice: { host: hosts.voice, service: gateway.service },
            web: { host: hosts.web, service: web.service },
        },
        redirects: hosts.apex === undefined ? {} : { [hosts.apex]: hosts.web },
        elsewhere: hosts.web,
    };
}
