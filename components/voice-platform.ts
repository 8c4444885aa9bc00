import * as pulumi from "@pulumi/pulumi";
import { bannerOf, drainOf, type Environment, gatewaySessionsOf, hostsOf, redisAvailabilityOf } from "../environment";
import { GoogleCloud } from "../platforms/gcp";
import type { Platform } from "../platforms/platform";
import { Database } from "./database";
import { Dns } from "./dns";
import { Redis } from "./redis";
import { Secrets, type SecretToSupply } from "./secrets";
import { VoiceApi } from "./voice-api";
import { VoiceGateway } from "./voice-gateway";
import { apiAddressOf, gatewayAddressOf, webAddressOf } from "./voice-platform/addresses";
import { databaseArgs } from "./voice-platform/database-args";
import { serviceSettings } from "./voice-platform/service-settings";
import { Web } from "./web";

export interface VoicePlatformArgs {
    /** What the stack file describes, checked. */
    readonly environment: Environment;
}

/** What a deployer, a rollback and the checks after a deploy need to know. */
export interface VoicePlatformOutputs {
    /** Public addresses of the services. */
    readonly urls: Readonly<Record<"api" | "gateway" | "web", pulumi.Output<string>>>;
    /** Name of the revision that this release made of each service, for `release.serving` of a later rollback. */
    readonly revisions: Readonly<Record<"api" | "gateway" | "web", pulumi.Output<string>>>;
    /** Secrets that somebody has to supply in the vault before the services start. */
    readonly secretsToSupply: readonly SecretToSupply[];
    /** Public host names; empty where the environment has no domain. */
    readonly hosts: readonly string[];
}

/** A whole environment: what its stack file describes, made of the same components as every other environment. */
export class VoicePlatform extends pulumi.ComponentResource {
    readonly outputs: VoicePlatformOutputs;
    readonly #name: string;
    readonly #environment: Environment;

    constructor(name: string, { environment }: VoicePlatformArgs, opts?: pulumi.ComponentResourceOptions) {
        const { name: called, tier } = environment;
        super("ringfence:index:VoicePlatform", name, { environment: called, tier }, opts);
        this.#name = name;
        this.#environment = environment;

        const platform = this.platform();
        const vault = this.vault(platform);
        const database = this.database(platform);
        const redis = this.redis(platform);
        const api = this.api(platform, vault, database, redis);
        const gateway = this.gateway(platform, vault, api, redis);
        const web = this.web(platform, vault, api, gateway);
        const dns = this.dns(platform, api, gateway, web);

        this.outputs = this.summary(vault, api, gateway, web, dns);
        this.registerOutputs({ ...this.outputs });
    }

    private platform(): Platform {
        const { name: environment, tier, gcp } = this.#environment;
        return new GoogleCloud(`${this.#name}-cloud`, { environment, tier, ...gcp }, { parent: this });
    }

    private vault(platform: Platform): Secrets {
        return new Secrets(`${this.#name}-vault`, { platform, secrets: this.#environment.secrets }, { parent: this });
    }

    private database(platform: Platform): Database {
        return new Database(`${this.#name}-database`, databaseArgs(this.#environment, platform), { parent: this });
    }

    private redis(platform: Platform): Redis | undefined {
        const { redis } = this.#environment;
        if (redis === undefined) return undefined;
        const availability = redisAvailabilityOf(this.#environment);
        return new Redis(`${this.#name}-redis`, { platform, ...redis, availability }, { parent: this });
    }

    private api(platform: Platform, vault: Secrets, database: Database, redis: Redis | undefined): VoiceApi {
        const { integrations, safeguards, limits } = this.#environment;
        return new VoiceApi(
            `${this.#name}-api`,
            {
                ...serviceSettings(this.#environment, "api", platform, vault),
                database,
                redis,
                salesforce: integrations.salesforce,
                vonage: integrations.vonage,
                voip: { ...integrations.voip, sync: safeguards.voipSync },
                openai: integrations.openai,
                safeguards,
                limits,
            },
            { parent: this },
        );
    }

    private gateway(platform: Platform, vault: Secrets, api: VoiceApi, redis: Redis | undefined): VoiceGateway {
        const { gateway, integrations } = this.#environment;
        return new VoiceGateway(
            `${this.#name}-gateway`,
            {
                ...serviceSettings(this.#environment, "gateway", platform, vault),
                api: api.service,
                redis,
                sessions: gatewaySessionsOf(this.#environment),
                gemini: integrations.gemini,
                calls: { ...gateway.calls, drain: drainOf(this.#environment) },
                target: gateway.target,
            },
            { parent: this },
        );
    }

    private web(platform: Platform, vault: Secrets, api: VoiceApi, gateway: VoiceGateway): Web {
        return new Web(
            `${this.#name}-web`,
            {
                ...serviceSettings(this.#environment, "web", platform, vault),
                apiUrl: apiAddressOf(this.#environment, api.service),
                gatewayUrl: gatewayAddressOf(this.#environment, gateway.service),
                banner: bannerOf(this.#environment),
            },
            { parent: this },
        );
    }

    private dns(platform: Platform, api: VoiceApi, gateway: VoiceGateway, web: Web): Dns | undefined {
        const { domain } = this.#environment;
        const hosts = hostsOf(this.#environment);
        if (domain === undefined || hosts === undefined) return undefined;
        const origins = {
            [hosts.api]: api.service.url,
            [hosts.voice]: gateway.service.url,
            [hosts.web]: web.service.url,
        };
        const redirects = hosts.apex === undefined ? {} : { [hosts.apex]: hosts.web };
        const { accountId, zoneId } = domain;
        return new Dns(`${this.#name}-dns`, { platform, accountId, zoneId, origins, redirects }, { parent: this });
    }

    private summary(
        vault: Secrets,
        { service: api }: VoiceApi,
        { service: gateway }: VoiceGateway,
        { service: web }: Web,
        dns: Dns | undefined,
    ): VoicePlatformOutputs {
        return {
            urls: {
                api: apiAddressOf(this.#environment, api),
                gateway: gatewayAddressOf(this.#environment, gateway),
                web: webAddressOf(this.#environment, web),
            },
            revisions: { api: api.revision, gateway: gateway.revision, web: web.revision },
            secretsToSupply: vault.toSupply,
            hosts: dns?.hosts ?? [],
        };
    }
}
