import * as pulumi from "@pulumi/pulumi";
import { type Environment, type Front, hostsByService, hostsOf, type Service as Role } from "../../environment";
import type { Service } from "../../platforms/platform";

/** The address that callers use: the public host name where there is one, else the front's or the platform's. */
export function addressOf(environment: Environment, role: Role, service: Service): pulumi.Output<string> {
    const scheme = role === "gateway" ? "wss" : "https";
    const hosts = hostsOf(environment);
    const host = hosts && hostsByService(hosts)[role];
    if (environment.front !== undefined) return pulumi.output(behindFront(environment.front, role, host));
    return host === undefined
        ? service.url.apply((url) => url.replace(/^https:/, `${scheme}:`))
        : pulumi.output(`${scheme}://${host}`);
}

const paths = { api: "/api", gateway: "/voice", web: "" } as const;

/** With TLS before the host, callers know nothing of the front's port; with TLS in it, or none, they come to that. */
function behindFront({ port, name, routes, tls }: Front, role: Role, host: string | undefined): string {
    const path = routes === "paths" ? paths[role] : "";
    const secure = tls.from !== "edge" || host !== undefined;
    const scheme = (role === "gateway" ? "ws" : "http") + (secure ? "s" : "");
    const known = tls.from === "edge" && host !== undefined ? undefined : port;
    const usual = secure ? 443 : 80;
    return `${scheme}://${host ?? name}${known === undefined || known === usual ? "" : `:${known}`}${path}`;
}
