import * as pulumi from "@pulumi/pulumi";
import { mebibytes, seconds } from "../../../environment/units";
import { DockerHost, type DockerHostArgs } from "../../../platforms/docker";
import type { PostgresArgs } from "../../../platforms/platform";
import { planned, type Registered } from "../engine";

/** A resource with the options that the engine acts on, beside those that every note has. */
export interface Made extends Registered {
    readonly opts: pulumi.CustomResourceOptions;
}

/** How a case's host differs from a plain one, and what Docker answers beyond what it was told, by resource. */
export interface Case extends Partial<DockerHostArgs> {
    readonly answers?: Readonly<Record<string, object>>;
}

export const containerType = "docker:index/container:Container";
export const volumeType = "docker:index/volume:Volume";
export const networkType = "docker:index/network:Network";

/** A database as plain as can be; each case bends it in one way. */
export const plainPostgres: PostgresArgs = {
    version: "15",
    cpu: 1,
    memory: mebibytes("1Gi"),
    storage: 20 as PostgresArgs["storage"],
    edition: "enterprise",
    availability: "zonal",
    replicas: 0,
    backups: { enabled: true, keep: 7, at: "03:00", pointInTime: false },
    maxConnections: 100,
    statementTimeout: seconds("10s"),
    database: "voice",
    extensions: [],
};

/** What one use of the platform makes, in an environment `dev` of the project `voice`. */
export async function plannedOnHost(
    use: (host: DockerHost, parent: pulumi.Resource) => unknown,
    { answers = {}, ...args }: Case = {},
): Promise<readonly Made[]> {
    const options = new Map<string, pulumi.CustomResourceOptions>();
    const answered = new Map<string, readonly string[]>();
    const listen: pulumi.ResourceTransformation = ({ type, name, props, opts }) => {
        options.set(name, opts);
        const answer = { ...(type === containerType ? usualAnswer(name, props) : {}), ...answers[name] };
        answered.set(name, Object.keys(answer));
        return { props: { ...props, ...answer }, opts };
    };
    const resources = await planned(async () => {
        const transformations = [listen];
        const plain = { environment: "dev", tier: "sandbox", host: "unix:///var/run/docker.sock" } as const;
        const host = new DockerHost("host", { ...plain, ...args }, { transformations });
        await use(host, new pulumi.ComponentResource("test:index:Parent", "parent", {}, { transformations }));
    });
    return resources.map((resource) => ({
        ...resource,
        inputs: without(resource.inputs, answered.get(resource.name) ?? []),
        opts: options.get(resource.name) ?? {},
    }));
}

/** Docker makes up a name where it is told none, and tells the status of what it has waited for. */
const usualAnswer = (name: string, props: Record<string, unknown>): Record<string, unknown> => ({
    ...(props.name === undefined ? { name: `${name}-c0ffee` } : {}),
    ...(props.attach === true ? { exitCode: 0 } : {}),
});

const without = (inputs: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(Object.entries(inputs).filter(([key]) => !keys.includes(key)));

/** The one resource of this name. */
export function made(resources: readonly Made[], name: string): Made {
    const [only, ...others] = resources.filter((resource) => resource.name === name);
    if (only === undefined || others.length > 0)
        throw new Error(`expected one ${name} among ${resources.map((resource) => resource.name).join(", ")}`);
    return only;
}

/** A container's variables, by name. */
export const variablesOf = ({ inputs }: Pick<Registered, "inputs">): Readonly<Record<string, string>> =>
    Object.fromEntries(
        (inputs.envs as readonly string[]).map((line) => {
            const at = line.indexOf("=");
            return [line.slice(0, at), line.slice(at + 1)];
        }),
    );

/** The files that a carrier holds, by path. */
export const textsOf = ({ inputs }: Registered): Readonly<Record<string, string>> =>
    Object.fromEntries(inputs.uploads.map(({ file, content }: Upload) => [file, content]));

interface Upload {
    readonly file: string;
    readonly content: string;
}
