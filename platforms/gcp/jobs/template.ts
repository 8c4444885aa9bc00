import { posix } from "node:path";
import type { types } from "@pulumi/gcp";
import type { Identity, JobArgs } from "../../platform";
import { directEgress } from "../egress";
import type { Network } from "../network";
import { environmentOf } from "../variables";

type Template = types.input.cloudrunv2.JobTemplate;

/** What an execution runs: one task of one container, with its limits, environment, folders and identity. */
export const jobTemplate = (
    args: JobArgs,
    identity: Identity,
    labels: Readonly<Record<string, string>>,
    network: Network,
): Template => ({
    labels,
    taskCount: 1,
    template: {
        serviceAccount: identity.id,
        timeout: `${args.timeout}s`,
        maxRetries: args.retries,
        vpcAccess: args.privateNetwork ? directEgress(network) : undefined,
        volumes: mountsOf(args).map(({ name, volume }) => ({ name, ...volume })),
        containers: [
            {
                image: args.image,
                commands: args.command === undefined ? undefined : [...args.command],
                args: args.args === undefined ? undefined : [...args.args],
                envs: environmentOf(args.variables),
                resources: { limits: { cpu: String(args.cpu), memory: `${args.memory}Mi` } },
                volumeMounts: mountsOf(args).map(({ name, mountPath }) => ({ name, mountPath })),
            },
        ],
    },
});

/** What is mounted where; a file of the vault takes a folder to itself. */
const mountsOf = ({ folders = [], files = [] }: JobArgs) => [
    ...folders.map(({ path, bucket }, index) => ({
        name: `folder-${index + 1}`,
        mountPath: path,
        volume: { gcs: { bucket: bucket.name, readOnly: true } },
    })),
    ...files.map(({ path, text }, index) => ({
        name: `file-${index + 1}`,
        mountPath: posix.dirname(path),
        volume: { secret: { secret: text.name, items: [{ path: posix.basename(path), version: "latest" }] } },
    })),
];
