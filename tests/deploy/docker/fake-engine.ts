import { createServer, type Server } from "node:http";
import { join } from "node:path";

interface Thing {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly status?: string;
}

/** The part of a Docker Engine that is asked before and after a deployment, at a socket in a folder. */
export class FakeEngine {
    version = "28.1.0";
    containers: Thing[] = [];
    networks: Thing[] = [];
    volumes: Thing[] = [];
    readonly removed: string[] = [];
    readonly host: string;
    readonly #server: Server;

    constructor(folder: string) {
        const socket = join(folder, "docker.sock");
        this.host = `unix://${socket}`;
        this.#server = createServer(({ method, url = "" }, answer) => {
            if (method === "DELETE") {
                this.removed.push(url);
                this.containers = this.containers.filter(({ name }) => !url.startsWith(`/containers/${idOf(name)}?`));
                answer.writeHead(204).end();
            } else if (url === "/containers/id-of-database/logs?stdout=1&stderr=1&tail=3")
                answer.end("\x02\0\0\0\0\0\0\x12FATAL:  wrong files\n\x02\0\0\0\0\0\0\x0eDETAIL:  of 15\n");
            else answer.end(JSON.stringify(this.#answerTo(url)));
        });
        this.#server.listen(socket);
    }

    end(): void {
        this.#server.close();
    }

    #answerTo(url: string): unknown {
        switch (url) {
            case "/version":
                return { Version: this.version };
            case "/containers/json?all=1":
                return this.containers.map(({ name, labels, status }) => ({
                    ...{
                        Id: idOf(name),
                        Names: [`/${name}`],
                        Labels: labels ?? null,
                        Status: status ?? "Up 2 minutes",
                    },
                }));
            case "/networks":
                return this.networks.map(({ name, labels }) => ({
                    Id: idOf(name),
                    Name: name,
                    Labels: labels ?? null,
                }));
            case "/volumes":
                return { Volumes: this.volumes.map(({ name, labels }) => ({ Name: name, Labels: labels ?? null })) };
            case "/containers/id-of-front/json":
                return { State: { Health: { Status: "unhealthy", Log: [{ Output: "nginx waits: no key\n" }] } } };
            case "/containers/id-of-database/json":
                return { State: {} };
            default:
                throw new Error(`nobody asks for ${url}`);
        }
    }
}

export const idOf = (name: string): string => `id-of-${name}`;

interface Known {
    readonly name: string;
    readonly mustRun?: boolean;
    readonly component?: string;
}

/** What `pulumi stack export` says of containers that were made, and of some that were begun. */
export const exported = (containers: readonly Known[], begun: readonly Known[] = []): string =>
    JSON.stringify({
        deployment: {
            resources: [
                { type: "pulumi:pulumi:Stack", urn: "…" },
                ...containers.map(({ name, mustRun = true }) => ({
                    ...{ type: "docker:index/container:Container", id: idOf(name), outputs: { name, mustRun } },
                })),
            ],
            pending_operations: begun.map(({ component }) => ({
                type: "creating",
                resource: {
                    type: "docker:index/container:Container",
                    inputs: { labels: [{ label: "component", value: component }] },
                },
            })),
        },
    });
