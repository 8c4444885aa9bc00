import type { ConfigSource } from "./config-source";
import { localEngine } from "./docker-engine";
import type { Fault } from "./fault";
import { nearest } from "./nearest";
import { namespace } from "./schema/environment";
import { unknownKey } from "./shape";
import type { Tier } from "./tier";

/**
 * What may be said to Docker's provider beside where it deploys to. Not `context`, nor certificates: they would lead it to
 * another engine than `docker:host`, which is what is reviewed.
 * https://www.pulumi.com/registry/packages/docker/installation-configuration/
 */
const ofDocker = ["host", "registryAuth", "sshOpts", "disableDockerDaemonCheck"];

/** Keys that nobody reads: a namespace that is nearly ours, and what Docker's provider does not know, so a slip of the pen. */
export const unreadKeys = ({ values }: ConfigSource): readonly Fault[] =>
    Object.keys(values).flatMap((key): Fault[] => {
        const [space = "", name = ""] = key.split(/:(.*)/s);
        if (space === "docker" && !ofDocker.includes(name))
            return [{ key, path: [key], ...unknownKey(name, ofDocker) }];
        if (space === namespace || nearest(space, [namespace]) === undefined) return [];
        return [
            {
                key,
                path: [key],
                message: `the namespace "${space}" is nobody's here`,
                repair: `write ${namespace}:${name}`,
            },
        ];
    });

/** By default it is the machine that the command runs on, which is nobody's production. */
export function unsaidHost({ values }: ConfigSource, platform: unknown, tier: Tier | undefined): readonly Fault[] {
    if (platform !== "docker" || tier === undefined || tier === "sandbox" || values["docker:host"] !== undefined)
        return [];
    return [
        {
            key: "docker:host",
            path: ["docker:host"],
            message: `is missing: ${tier} would be deployed on whatever machine the command runs on`,
            repair: `write ssh://deploy@HOST, or ${localEngine} if that is meant`,
        },
    ];
}
