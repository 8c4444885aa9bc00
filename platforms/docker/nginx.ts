import type { Container, Volume } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { Front } from "../../environment";
import { toMebibytes, toSeconds } from "../../environment/units";
import type { Balancer, BalancerArgs } from "../platform";
import { baseImage } from "./base-images";
import { runningContainer } from "./container";
import type { Engine } from "./engine";
import { files, filesInVolume } from "./files";
import {
    type CertificateMaker,
    type CertificatePlan,
    type CertificateSource,
    certificatesFrom,
    nginxUser,
    type SharedVolume,
    scriptFolder,
} from "./front/certificates";
import type { FrontConfiguration } from "./front/configuration";
import { frontStart } from "./front/start";
import { componentOf } from "./labels";
import { namedVolume } from "./volume";

/** Above those that only root may listen on. */
const ports = { http: 8080, https: 8443 } as const;

/** Where nginx tells its figures, never published. */
const status = 8081;

/** Where nginx finds its configuration, and notices that it is another one. */
const configurationFolder = "/configuration";

/**
 * nginx before the services, the one container that publishes ports. It finds services by name when a request comes, so a
 * release leaves it as it is, and it takes up another configuration while calls go on. Another image or another port of
 * the host replaces it, which takes some seconds, and calls through it end with it.
 */
export function nginxFront(engine: Engine, name: string, args: BalancerArgs, parent: pulumi.Resource): Balancer {
    const { front } = engine;
    if (front === undefined)
        throw new RangeError("an environment on Docker is reached by its front: describe ringfence:front");
    const hosts = [
        ...new Set(Object.values(args.services).flatMap(({ host }) => host ?? [])),
        ...Object.keys(args.redirects),
    ];
    const source = certificateSource(front, hosts);
    const plan = source && certificatesFrom(source);
    const volumes = sharedVolumes(engine, name, plan, parent);
    const maker = plan?.maker && certificateMaker(engine, `${name}-certificate`, plan.maker, volumes, parent);
    const server = nginx(
        engine,
        name,
        { front, args, plan, volumes, after: plan?.maker?.first ? maker : undefined },
        parent,
    );
    engine.inventory.front = {
        component: componentOf(engine, `${name}-server`),
        host: server.name,
        status,
        resource: server,
    };
    return { address: server.name.apply(() => engine.publicAddress ?? front.address), hosts, proofs: [] };
}

type Volumes = ReadonlyMap<SharedVolume, Volume>;

interface Nginx {
    readonly front: Front;
    readonly args: BalancerArgs;
    readonly plan: CertificatePlan | undefined;
    readonly volumes: Volumes;
    readonly after: Container | undefined;
}

function nginx(
    engine: Engine,
    name: string,
    { front, args, plan, volumes, after }: Nginx,
    parent: pulumi.Resource,
): Container {
    const image = baseImage("nginx");
    const start = frontStart(configurationFor(front, args, plan), plan);
    const [configuration, ...scripts] = start.texts;
    if (configuration === undefined) throw new RangeError("nginx has no configuration");
    const volume = namedVolume(
        engine,
        `${name}-configuration`,
        { called: `${engine.prefix}-front-configuration`, labelled: `${name}-configuration` },
        { parent },
    ).name;
    const configured = filesInVolume(
        engine,
        `${name}-configuration`,
        { folder: configurationFolder, image, texts: [configuration], volume },
        parent,
    );
    return runningContainer(
        engine,
        `${name}-server`,
        {
            containerName: `${engine.prefix}-front`,
            image,
            entryPoint: start.entryPoint,
            variables: { ...start.variables, CONFIGURATION: `${configurationFolder}/${configuration.name}` },
            networks: [{ name: engine.networks.services, aliases: [`${engine.prefix}-front`] }],
            files: [files(engine, `${name}-scripts`, { folder: scriptFolder, image, texts: scripts }, parent)],
            sharedVolumes: { ...mounted(plan?.nginx.volumes, volumes), [configurationFolder]: volume },
            fromHost: plan?.nginx.fromHost,
            scratch: { "/tmp": toMebibytes(64) },
            ports: publishedBy(front),
            health: {
                test: start.health,
                interval: toSeconds(10),
                timeout: toSeconds(5),
                retries: 3,
                startPeriod: toSeconds(10),
            },
            cpu: 1,
            memory: toMebibytes(256),
            user: nginxUser,
            stopSignal: start.stopSignal,
            // No more than a request takes: it has closed its doors, and nobody new gets in while it waits for calls.
            grace: toSeconds(30),
        },
        {
            parent,
            // A port of the host is held by one container at a time.
            deleteBeforeReplace: true,
            dependsOn: [
                configured,
                ...Object.values(args.services).map(({ service }) => service.resource),
                ...(after ? [after] : []),
            ],
        },
    );
}

function certificateMaker(
    engine: Engine,
    name: string,
    maker: CertificateMaker,
    volumes: Volumes,
    parent: pulumi.Resource,
): Container {
    const image = baseImage(maker.image === "nginx" ? "nginx" : "acme");
    return runningContainer(
        engine,
        `${name}-maker`,
        {
            containerName: `${engine.prefix}-certificate`,
            image,
            entryPoint: maker.entryPoint,
            variables: maker.variables,
            networks: [{ name: engine.networks.services, aliases: [] }],
            files: [files(engine, name, { folder: scriptFolder, image, texts: maker.texts }, parent)],
            volumes: mounted(maker.volumes, volumes),
            fromHost: maker.fromHost,
            scratch: { "/tmp": toMebibytes(64) },
            health: healthOf(maker),
            // An authority signs once nginx answers it, which waits for nothing of this.
            healthyLater: !maker.first,
            cpu: 1,
            memory: toMebibytes(256),
            user: maker.user,
            capabilities: maker.capabilities,
            grace: toSeconds(30),
        },
        { parent, deleteBeforeReplace: true },
    );
}

const healthOf = ({ health }: CertificateMaker) => ({
    test: health,
    interval: toSeconds(60),
    timeout: toSeconds(10),
    retries: 3,
    startPeriod: toSeconds(30),
});

function sharedVolumes(
    engine: Engine,
    name: string,
    plan: CertificatePlan | undefined,
    parent: pulumi.Resource,
): Volumes {
    const wanted = new Set([plan?.nginx.volumes, plan?.maker?.volumes].flatMap((each) => Object.values(each ?? {})));
    return new Map(
        [...wanted].map((called) => [
            called,
            namedVolume(
                engine,
                `${name}-${called}`,
                { called: `${engine.prefix}-${called}`, labelled: `${name}-${called}` },
                { parent },
            ),
        ]),
    );
}

const mounted = (
    folders: Readonly<Record<string, SharedVolume>> | undefined,
    volumes: Volumes,
): Record<string, pulumi.Input<string>> =>
    Object.fromEntries(
        Object.entries(folders ?? {}).flatMap(([folder, called]) => {
            const volume = volumes.get(called);
            return volume === undefined ? [] : [[folder, volume.name]];
        }),
    );

function certificateSource({ name, tls }: Front, hosts: readonly string[]): CertificateSource | undefined {
    switch (tls.from) {
        case "edge":
            return undefined;
        case "files":
            return { from: "files", directory: tls.folder, certificate: tls.certificate, key: tls.key };
        case "self-signed":
            return { from: "self-signed", hosts: hosts.length === 0 ? [name] : hosts };
        case "acme":
            return { from: "acme", hosts, email: tls.email, server: tls.server, root: tls.root };
    }
}

/** With TLS here, the port is TLS's, and the other one leads to it. */
function publishedBy({ address, port, redirectFrom, tls }: Front): Record<number, { address: string; port: number }> {
    const published = (internal: number, external: number) => [internal, { address, port: external }] as const;
    if (tls.from === "edge") return Object.fromEntries([published(ports.http, port)]);
    const redirect = redirectFrom === undefined ? [] : [published(ports.http, redirectFrom)];
    return Object.fromEntries([published(ports.https, port), ...redirect]);
}

function configurationFor(
    { port, tls }: Front,
    { services, redirects, elsewhere }: BalancerArgs,
    plan: CertificatePlan | undefined,
): FrontConfiguration {
    const secure = tls.from !== "edge";
    return {
        tls: plan?.tls,
        acmeChallenge: plan?.acmeChallenge,
        ports: secure ? { http: ports.http, https: ports.https } : { http: ports.http },
        ...(secure && port !== 443 ? { visitedPort: port } : {}),
        routes: Object.values(services).map(({ host, prefix = "/", service, webSocket, timeout }) => ({
            host,
            prefix,
            upstream: { alias: service.serviceName, port: service.port },
            webSocket,
            timeout,
        })),
        redirects,
        elsewhere,
        status,
    };
}
