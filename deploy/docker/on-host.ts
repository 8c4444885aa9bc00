import type { Named } from "../../policy/views/docker/named";
import type { DockerEngine } from "./engine";

/** Something on a Docker host that bears a name. */
export interface OnHost {
    readonly kind: Named;
    /** As Pulumi's state has it: of a volume, its name. */
    readonly id: string;
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    /** Of a container, what `docker ps` says: `Up 5 minutes (healthy)`. */
    readonly status?: string | undefined;
}

interface Listed {
    readonly Id: string;
    readonly Name: string;
    readonly Names: readonly string[];
    readonly Labels: Readonly<Record<string, string>> | null;
    readonly Status: string;
}

/** All that is on a host. https://docs.docker.com/reference/api/engine/ */
export async function allOn({ get }: DockerEngine): Promise<readonly OnHost[]> {
    const [containers, networks, volumes] = await Promise.all([
        get("/containers/json?all=1") as Promise<readonly Listed[]>,
        get("/networks") as Promise<readonly Listed[]>,
        get("/volumes") as Promise<{ readonly Volumes: readonly Listed[] | null }>,
    ]);
    return [
        ...containers.map(({ Id, Names: [name = ""], Labels, Status }) => ({
            ...{ kind: "container" as const, id: Id, name: name.replace(/^\//, ""), labels: Labels ?? {} },
            status: Status,
        })),
        ...networks.map(({ Id, Name, Labels }) => ({
            kind: "network" as const,
            id: Id,
            name: Name,
            labels: Labels ?? {},
        })),
        ...(volumes.Volumes ?? []).map(({ Name, Labels }) => ({
            ...{ kind: "volume" as const, id: Name, name: Name, labels: Labels ?? {} },
        })),
    ];
}

/** The command line that takes it away. */
export function removal(host: string, things: readonly OnHost[]): string {
    const docker = host.startsWith("unix://") ? "docker" : `docker -H ${host}`;
    const words = { container: "rm --force", network: "network rm", volume: "volume rm" };
    // Networks and volumes go when no container uses them any more.
    return (["container", "network", "volume"] as const)
        .map((kind) => [kind, things.filter((thing) => thing.kind === kind).map(({ name }) => name)] as const)
        .filter(([, names]) => names.length > 0)
        .map(([kind, names]) => `${docker} ${words[kind]} ${names.join(" ")}`)
        .join(" && ");
}

const paths = {
    container: (id: string) => `/containers/${id}?force=true&v=true`,
    network: (id: string) => `/networks/${id}`,
    volume: (id: string) => `/volumes/${id}`,
};

/** Takes it away, containers first. */
export async function remove({ remove }: DockerEngine, things: readonly OnHost[]): Promise<void> {
    for (const kind of ["container", "network", "volume"] as const)
        for (const thing of things) if (thing.kind === kind) await remove(paths[kind](thing.id));
}
