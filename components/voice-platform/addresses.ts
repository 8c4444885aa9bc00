import * as pulumi from "@pulumi/pulumi";
import { type Environment, hostsOf } from "../../environment";
import type { Service } from "../../platforms/platform";

/** The addresses that callers use: the public host name where there is one, else the platform's. */
export const apiAddressOf = (environment: Environment, api: Service): pulumi.Output<string> =>
    publicAddress("https", hostsOf(environment)?.api, api);

export const gatewayAddressOf = (environment: Environment, gateway: Service): pulumi.Output<string> =>
    publicAddress("wss", hostsOf(environment)?.voice, gateway);

export const webAddressOf = (environment: Environment, web: Service): pulumi.Output<string> =>
    publicAddress("https", hostsOf(environment)?.web, web);

const publicAddress = (scheme: "https" | "wss", host: string | undefined, service: Service): pulumi.Output<string> =>
    host === undefined
        ? service.url.apply((url) => url.replace(/^https:/, `${scheme}:`))
        : pulumi.output(`${scheme}://${host}`);
