import * as pulumi from "@pulumi/pulumi";
import {
    bannerOf,
    depositOf,
    drainOf,
    type Environment,
    gatewaySessionsOf,
    isBehindBalancer,
    type Service as Role,
    redisAvailabilityOf,
} from "../environment";
import type { GrafanaAccess, Platform, Service } from "../platforms/platform";
import { Anonymiser } from "./anonymiser";
import { Audit } from "./audit";
import { Database } from "./database";
import { Delivery, type DeliveryOutputs } from "./delivery";
import { Dns } from "./dns";
import { Edge } from "./edge";
import { ImageRegistry } from "./image-registry";
import { LoadBalancer } from "./load-balancer";
import { MockCustomers } from "./mock-customers";
import { Monitoring } from "./monitoring";
import { Redis } from "./redis";
import { Schema } from "./schema";
import { Secrets, type SecretToSupply } from "./secrets";
import { Seed } from "./seed";
import { SharedStack } from "./shared-stack";
import { VoiceApi } from "./voice-api";
import { VoiceGateway } from "./voice-gateway";
import { addressOf } from "./voice-platform/addresses";
import { customersFile } from "./voice-platform/customers-file";
import { databaseArgs } from "./voice-platform/database-args";
import { deliveryArgs } from "./voice-platform/delivery-args";
import { edgeArgs } from "./voice-platform/edge-args";
import { jobSettings } from "./voice-platform/job-settings";
import { refuseWithoutSecrets } from "./voice-platform/missing-secrets";
import { monitoringArgs } from "./voice-platform/monitoring-args";
import { platformOf } from "./voice-platform/platform-of";
import { type Running, routesOf } from "./voice-platform/routes";
import { serviceSettings } from "./voice-platform/service-settings";
import { Web } from "./web";

export interface VoicePlatformArgs {
    /** What the stack file describes, checked. */
    readonly environment: Environment;
}

/** What a deployer, a rollback and the checks after a deploy need to know. */
export interface VoicePlatformOutputs {
    /** Public addresses of the services. */
    readonly urls: Readonly<Partial<Record<Role, pulumi.Output<string>>>>;
    /** Name of the revision that this release made of each service, for `release.serving` of a later rollback. */
    readonly revisions: Readonly<Partial<Record<Role, pulumi.Output<string>>>>;
    /** Secrets that somebody has to supply: in the vault before services start, on Docker in the stack file before anything. */
    readonly secretsToSupply: readonly SecretToSupply[];
    /** Public host names; empty where the environment has no domain. */
    readonly hosts: readonly string[];
    /** What the workflow that deploys this environment signs in with; nothing where nobody but people deploys it. */
    readonly delivery?: DeliveryOutputs | undefined;
    /** Where Grafana is on a Docker host, and who may look; `pulumi stack output grafana --show-secrets`. */
    readonly grafana?: GrafanaAccess | undefined;
}

/** A whole environment: what its stack file describes, made of the same components as every other environment. */
export class VoicePlatform extends pulumi.ComponentResource {
    readonly outputs: VoicePlatformOutputs;
    readonly #name: string;
    readonly #environment: Environment;
    readonly #shared = new Map<string, SharedStack>();

    constructor(name: string, { environment }: VoicePlatformArgs, opts?: pulumi.ComponentResourceOptions) {
        refuseWithoutSecrets(environment);
        const { name: called, tier } = environment;
        super("ringfence:index:VoicePlatform", name, { environment: called, tier }, opts);
        this.#name = name;
        this.#environment = environment;

        const platform = platformOf(environment, name, this);
        const images = this.images(platform);
        const vault = this.vault(platform);
        const database = this.database(platform, vault);
        const redis = this.redis(platform);
        const audit = this.audit(platform);
        const schema = this.schema(platform, database);
        this.mockCustomers(platform, database, schema);
        this.seeding(platform, database);
        const api = this.api(platform, vault, database, redis, audit, schema);
        const gateway = this.gateway(platform, vault, api, redis, audit);
        const web = this.web(platform, vault, api, gateway);
        const running = { api, gateway, web };
        const balancer = this.balancer(platform, running);
        const dns = this.dns(platform, running, balancer);
        this.edge([api, gateway, web]);
        const delivery = this.delivery(platform, images);
        const monitoring = this.monitoring(platform, vault, [api, gateway, web, database, redis, balancer, dns]);

        this.outputs = this.summary(vault, running, dns, delivery, monitoring);
        this.registerOutputs({ ...this.outputs });
    }

    private images(platform: Platform): ImageRegistry | undefined {
        const { registry } = this.#environment;
        if (registry?.managed === false) platform.imageReader();
        if (!registry?.managed) return undefined;
        return new ImageRegistry(`${this.#name}-images`, { platform, ...registry }, { parent: this });
    }

    private vault(platform: Platform): Secrets {
        return new Secrets(`${this.#name}-vault`, { platform, secrets: this.#environment.secrets }, { parent: this });
    }

    private database(platform: Platform, vault: Secrets): Database {
        return new Database(`${this.#name}-database`, databaseArgs(this.#environment, platform, vault), {
            parent: this,
        });
    }

    private redis(platform: Platform): Redis | undefined {
        const { redis } = this.#environment;
        if (redis === undefined) return undefined;
        const availability = redisAvailabilityOf(this.#environment);
        return new Redis(`${this.#name}-redis`, { platform, ...redis, availability }, { parent: this });
    }

    private audit(platform: Platform): Audit | undefined {
        const { records, logs } = this.#environment.audit;
        if (records === undefined && logs === undefined) return undefined;
        return new Audit(`${this.#name}-audit`, { platform, records, logs }, { parent: this });
    }

    private schema(platform: Platform, database: Database): Schema | undefined {
        const { database: described, jobs, release } = this.#environment;
        // A server in a container is given its extensions where it is made.
        const extensions = described.engine === "postgresql" && platform.kind === "gcp" ? described.extensions : [];
        const { migrate = false } = jobs;
        if (extensions.length === 0 && migrate === false) return undefined;
        const settings = jobSettings(this.#environment, platform);
        return new Schema(
            `${this.#name}-schema`,
            { ...settings, database, release: release.name, extensions, migrate },
            { parent: this },
        );
    }

    private mockCustomers(platform: Platform, database: Database, schema: Schema | undefined): void {
        const { jobs, release } = this.#environment;
        if (jobs.loadCustomers === undefined) return;
        const settings = { ...jobSettings(this.#environment, platform), ...jobs.loadCustomers };
        const csv = customersFile(this.#environment);
        new MockCustomers(
            `${this.#name}-customers`,
            { ...settings, database, release: release.name, csv, after: schema?.ready },
            { parent: this },
        );
    }

    private seeding(platform: Platform, database: Database): void {
        const { seeding } = this.#environment;
        if (seeding === undefined) return;
        const settings = { ...jobSettings(this.#environment, platform), database };
        if (seeding.role === "source")
            new Anonymiser(
                `${this.#name}-anonymiser`,
                { ...settings, ...seeding, into: depositOf(seeding, pulumi.getProject()) },
                { parent: this },
            );
        else new Seed(`${this.#name}-seed`, { ...settings, ...seeding }, { parent: this });
    }

    private api(
        platform: Platform,
        vault: Secrets,
        database: Database,
        redis: Redis | undefined,
        audit: Audit | undefined,
        schema: Schema | undefined,
    ): VoiceApi | undefined {
        if (!this.runs("api")) return undefined;
        const { integrations, safeguards, limits, transcription } = this.#environment;
        return new VoiceApi(
            `${this.#name}-api`,
            {
                ...serviceSettings(this.#environment, "api", platform, vault),
                after: schema?.ready,
                database,
                redis,
                records: audit?.records,
                salesforce: integrations.salesforce,
                vonage: integrations.vonage,
                voip: { ...integrations.voip, sync: safeguards.voipSync },
                openai: integrations.openai,
                transcription: this.shared(transcription?.from)?.transcription,
                // Where no web shows it, the application's own pages do; it is told that there is none, too.
                banner: this.runs("web") ? undefined : (bannerOf(this.#environment) ?? ""),
                safeguards,
                limits,
            },
            { parent: this },
        );
    }

    private gateway(
        platform: Platform,
        vault: Secrets,
        api: VoiceApi | undefined,
        redis: Redis | undefined,
        audit: Audit | undefined,
    ): VoiceGateway | undefined {
        if (api === undefined || !this.runs("gateway")) return undefined;
        const { gateway, integrations } = this.#environment;
        return new VoiceGateway(
            `${this.#name}-gateway`,
            {
                ...serviceSettings(this.#environment, "gateway", platform, vault),
                api: api.service,
                redis,
                records: audit?.records,
                sessions: gatewaySessionsOf(this.#environment),
                gemini: integrations.gemini,
                calls: { ...gateway.calls, drain: drainOf(this.#environment) },
                target: gateway.target,
            },
            { parent: this },
        );
    }

    private web(
        platform: Platform,
        vault: Secrets,
        api: VoiceApi | undefined,
        gateway: VoiceGateway | undefined,
    ): Web | undefined {
        if (!this.runs("web")) return undefined;
        const addressFor = (role: Role, running: { readonly service: Service } | undefined) =>
            running && addressOf(this.#environment, role, running.service);
        return new Web(
            `${this.#name}-web`,
            {
                ...serviceSettings(this.#environment, "web", platform, vault),
                apiUrl: addressFor("api", api),
                gatewayUrl: addressFor("gateway", gateway),
                banner: bannerOf(this.#environment),
            },
            { parent: this },
        );
    }

    private balancer(platform: Platform, running: Running): LoadBalancer | undefined {
        const routes = routesOf(this.#environment, running);
        if (!isBehindBalancer(this.#environment) || routes === undefined) return undefined;
        const firewall = this.#environment.domain?.balancer.firewall;
        return new LoadBalancer(`${this.#name}-balancer`, { platform, ...routes, firewall }, { parent: this });
    }

    private dns(platform: Platform, running: Running, balancer: LoadBalancer | undefined): Dns | undefined {
        const { domain } = this.#environment;
        const routes = routesOf(this.#environment, running);
        if (domain === undefined || routes === undefined) return undefined;
        const origins = Object.fromEntries(
            Object.values(routes.services).flatMap(({ host, service }) =>
                host === undefined ? [] : [[host, service.url] as const],
            ),
        );
        const { accountId, zoneId } = domain;
        const tunnel = domain.entry === "tunnel" ? this.shared(domain.tunnel)?.tunnel : undefined;
        return new Dns(
            `${this.#name}-dns`,
            { platform, accountId, zoneId, origins, redirects: routes.redirects, balancer, tunnel },
            { parent: this },
        );
    }

    private delivery(platform: Platform, images: ImageRegistry | undefined): Delivery | undefined {
        const { delivery } = this.#environment;
        if (delivery === undefined) return undefined;
        const args = deliveryArgs(this.#environment, delivery, platform, images?.registry);
        return new Delivery(`${this.#name}-delivery`, args, { parent: this });
    }

    private edge(mailAfter: readonly (pulumi.Resource | undefined)[]): Edge | undefined {
        const there = mailAfter.filter((resource) => resource !== undefined);
        const args = edgeArgs(this.#environment, there);
        return args && new Edge(`${this.#name}-edge`, args, { parent: this });
    }

    private monitoring(
        platform: Platform,
        vault: Secrets,
        watched: readonly (pulumi.Resource | undefined)[],
    ): Monitoring | undefined {
        const { monitoring } = this.#environment;
        if (monitoring === undefined) return undefined;
        const there = watched.filter((resource) => resource !== undefined);
        const args = monitoringArgs(this.#environment, monitoring, platform, vault, there);
        return new Monitoring(`${this.#name}-monitoring`, args, { parent: this });
    }

    private summary(
        vault: Secrets,
        running: Running,
        dns: Dns | undefined,
        delivery: Delivery | undefined,
        monitoring: Monitoring | undefined,
    ): VoicePlatformOutputs {
        const services = this.#environment.services.flatMap((role) => {
            const service = running[role]?.service;
            return service === undefined ? [] : [{ role, service }];
        });
        const each = <Value>(value: (role: Role, service: Service) => Value): Partial<Record<Role, Value>> =>
            Object.fromEntries(services.map(({ role, service }) => [role, value(role, service)]));
        return {
            urls: each((role, service) => addressOf(this.#environment, role, service)),
            revisions: each((_, { revision }) => revision),
            secretsToSupply: vault.toSupply,
            hosts: dns?.hosts ?? [],
            ...(delivery === undefined ? {} : { delivery: delivery.outputs }),
            ...(monitoring?.grafana === undefined ? {} : { grafana: monitoring.grafana }),
        };
    }

    /** The shared stack of this name, referred to once however much of it is used. */
    private shared(stack: string | undefined): SharedStack | undefined {
        if (stack === undefined) return undefined;
        const known = this.#shared.get(stack) ?? new SharedStack(this.#name, stack, this);
        this.#shared.set(stack, known);
        return known;
    }

    private runs(role: Role): boolean {
        return this.#environment.services.includes(role);
    }
}
