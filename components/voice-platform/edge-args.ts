import type * as pulumi from "@pulumi/pulumi";
import { type Environment, hostsOf } from "../../environment";
import type { EdgeArgs } from "../edge";

/** What the environment asks of its zone; nothing where another stack manages it. */
export function edgeArgs(environment: Environment, mailAfter: readonly pulumi.Resource[]): EdgeArgs | undefined {
    const { zone: settings, domain } = environment;
    const hosts = hostsOf(environment);
    if (!settings?.managed || domain === undefined || hosts === undefined) return undefined;
    const { accountId, zoneId, zone } = domain;
    const { plan, tls, cache, firewall, rateLimit, mail } = settings;
    const apiHosts = [hosts.api, hosts.voice];
    return { accountId, zoneId, zone, plan, tls, cache, firewall, rateLimit, mail, apiHosts, mailAfter };
}
