import type * as pulumi from "@pulumi/pulumi";
import { toMebibytes } from "../../environment/units";
import type { JobArgs, ServiceArgs } from "../platform";
import type { ContainerDescription } from "./container";
import type { Engine } from "./engine";
import { files } from "./files";
import { delivered, secretsFolder } from "./secrets";

/** What the containers of services and of jobs have in common. `aliases`: the names by which others find the container. */
export function workload(
    engine: Engine,
    name: string,
    args: ServiceArgs | JobArgs,
    aliases: readonly string[],
    parent: pulumi.Resource,
) {
    const { image } = args;
    const { variables, texts } = delivered(args.variables, args.secretsAs);
    const secrets =
        texts.length === 0 ? [] : [files(engine, `${name}-secrets`, { folder: secretsFolder, image, texts }, parent)];
    const usesData = args.privateNetwork || args.uses.length > 0;
    return {
        image,
        entryPoint: args.command,
        command: args.args,
        variables,
        networks: [
            { name: engine.networks.services, aliases },
            ...(usesData ? [{ name: engine.networks.data, aliases }] : []),
        ],
        files: secrets,
        scratch: { "/tmp": toMebibytes(64) },
        cpu: args.cpu,
        memory: args.memory,
    } satisfies Partial<ContainerDescription>;
}
