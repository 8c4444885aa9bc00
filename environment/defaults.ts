import type { Concerns } from "./schema/environment";
import type { ImageReference } from "./schema/release";
import type { Api } from "./schema/service";
import type { Tier } from "./tier";
import { type Mebibytes, mebibytes, type Seconds } from "./units";

/** What a stack file may leave out, filled in from the tier and the other concerns. Pure; every reader asks here. */

/** The services that there are; an environment runs those of them that it names. */
export const services = ["api", "gateway", "web"] as const;
export type Service = (typeof services)[number];

type Part<Name extends keyof Concerns> = Pick<Concerns, Name>;
export interface Instances {
    readonly min: number;
    readonly max: number;
}
export interface Hosts {
    readonly api: string;
    readonly voice: string;
    readonly web: string;
    /** Production only: the zone itself, which leads to `web`. */
    readonly apex?: string | undefined;
}

const instancesByTier: Readonly<Record<Tier, Instances>> = {
    sandbox: { min: 0, max: 1 },
    "pre-production": { min: 1, max: 2 },
    production: { min: 2, max: 4 },
    shared: { min: 1, max: 2 },
};

/** The service that is asked about, of which only what bears on the answer need be there. */
type Has<Name extends Service, Property extends keyof Api> = Readonly<Record<Name, Pick<Api, Property>>>;

export const instancesOf = <Name extends Service>(
    environment: Part<"tier"> & Has<Name, "instances">,
    service: Name,
): Instances => environment[service].instances ?? instancesByTier[environment.tier];

/** Cloud Run's own default: https://cloud.google.com/run/docs/about-concurrency */
const usualConcurrency = 80;

/** Requests, or open WebSockets, that one instance takes at once. */
export const concurrencyOf = <Name extends Service>(environment: Has<Name, "concurrency">, service: Name): number =>
    environment[service].concurrency ?? usualConcurrency;

/** `voice-agent` in the stack `beta` becomes `voice-agent-beta`; a service without a name is called `api`, `gateway`, `web`. */
export const serviceNameOf = <Name extends Service>(
    environment: { readonly name: string } & Has<Name, "name">,
    service: Name,
): string => `${environment[service].name ?? service}-${environment.name}`;

/** The image that a service runs. A checked environment has one for every service. */
export function imageOf(environment: Part<"release">, service: Service): ImageReference {
    const image = environment.release.images[service] ?? environment.release.image;
    if (image === undefined) throw new RangeError(`release.images.${service} and release.image are both missing`);
    return image;
}

/** Whether something stands before the services: on Docker always, elsewhere where the environment asks for it. */
export const isBehindBalancer = ({ platform, domain }: Part<"platform" | "domain">): boolean =>
    platform === "docker" || domain?.entry === "load-balancer";

/** The host names of an environment, or nothing where it has no domain. */
export function hostsOf(
    environment: Part<"tier" | "domain"> & Partial<Part<"front" | "services">> & { readonly name: string },
): Hosts | undefined {
    const { name, tier, domain, front, services: run = services } = environment;
    if (domain === undefined) return undefined;
    const { zone, hosts } = domain;
    const host = (service: string, elsewhere: string) =>
        tier === "production" ? `${service}.${zone}` : `${elsewhere}.${zone}`;
    const api = hosts.api ?? host("api", `${name}-api`);
    const voice = hosts.voice ?? host("voice", `${name}-voice`);
    const web = hosts.web ?? host("www", name);
    if (front?.routes === "paths") return { api: web, voice: web, web };
    const leadsToWeb = tier === "production" && run.includes("web") && ![api, voice, web].includes(zone);
    return { api, voice, web, apex: leadsToWeb ? zone : undefined };
}

/** The host name of each service. */
export const hostsByService = ({ api, voice, web }: Hosts): Readonly<Record<Service, string>> => ({
    api,
    gateway: voice,
    web,
});

/** The host names that something of the environment answers for. */
export function servedHostsOf(
    environment: Part<"tier" | "domain" | "services"> & Partial<Part<"front">> & { readonly name: string },
): readonly string[] {
    const hosts = hostsOf(environment);
    if (hosts === undefined) return [];
    const named = hostsByService(hosts);
    const served = environment.services.map((service) => named[service]);
    return [...new Set([...served, ...(hosts.apex === undefined ? [] : [hosts.apex])])];
}

/** What every page shows above its content, if anything. */
export const bannerOf = (environment: Part<"safeguards">): string | undefined => environment.safeguards.banner;

/** `regional` keeps a standby in a second zone. */
export const databaseAvailabilityOf = ({ tier, database }: Part<"tier" | "database">): "zonal" | "regional" =>
    (database.engine === "postgresql" ? database.availability : undefined) ??
    (tier === "production" ? "regional" : "zonal");

/** What a server has where nothing is said: the least that Cloud SQL offers, or what a small database is content with. */
const databaseMemory = { gcp: mebibytes("3840Mi"), docker: mebibytes("1Gi") } as const;
export const databaseMemoryOf = ({
    platform,
    database,
}: {
    readonly platform: keyof typeof databaseMemory;
    readonly database: { readonly memory?: Mebibytes | undefined };
}): Mebibytes => database.memory ?? databaseMemory[platform];

/** `standard` keeps a replica that takes over. */
export const redisAvailabilityOf = ({ tier, redis }: Part<"tier" | "redis">): "basic" | "standard" =>
    redis?.availability ?? (tier === "sandbox" ? "basic" : "standard");

/** Where the state of a call lives: Redis where there is one, else the memory of the instance that has the call. */
export const gatewaySessionsOf = ({ gateway, redis }: Part<"gateway" | "redis">): "redis" | "memory" =>
    gateway.sessions ?? (redis === undefined ? "memory" : "redis");

/** How long a leaving gateway instance waits for its calls. */
export const drainOf = ({ gateway }: Part<"gateway">): Seconds => gateway.calls.drain ?? gateway.calls.longest;
