import type * as pulumi from "@pulumi/pulumi";
import type { Environment } from "../../environment";
import type { Platform } from "../../platforms/platform";
import { buildOf } from "./build";

/** The place that the environment runs on. Only its own code is loaded: with the providers' SDKs, that is most of a start. */
export function platformOf(environment: Environment, name: string, parent: pulumi.Resource): Platform {
    const { name: called, tier, rotation } = environment;
    if (environment.platform === "docker") {
        const { DockerHost } = require("../../platforms/docker") as typeof import("../../platforms/docker");
        const { docker, front, domain } = environment;
        const build = buildOf(environment);
        const args = { environment: called, tier, ...docker, build, front, publicAddress: domain?.address };
        return new DockerHost(`${name}-host`, args, { parent });
    }
    const { GoogleCloud } = require("../../platforms/gcp") as typeof import("../../platforms/gcp");
    return new GoogleCloud(`${name}-cloud`, { environment: called, tier, ...environment.gcp, rotation }, { parent });
}
