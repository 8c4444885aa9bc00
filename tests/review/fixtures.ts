import type { Tier } from "../../environment";
import type { Violation } from "../../policy/evaluate";
import { Partial, type Reference, type ResourceFacts, type Value } from "../../policy/facts";
import type { PlannedResource, Review, StackPlan } from "../../review/plan";

/** Reviews made by hand, in the shapes that the program and the providers have. */
export const project = "ringfence";

interface Made {
    readonly inputs?: Record<string, Value>;
    readonly external?: boolean;
    readonly protect?: boolean;
    /** Paths of inputs that are secret. */
    readonly secrets?: readonly string[];
}

/** A stack that grows resource by resource. */
export class StackFixture {
    readonly #resources: PlannedResource[] = [];

    constructor(
        readonly stack: string,
        readonly tier: Tier,
    ) {
        this.add("pulumi:pulumi:Stack", `${project}-${stack}`, undefined, {}, true);
    }

    component(type: string, name: string, parent?: PlannedResource): PlannedResource {
        return this.add(`ringfence:index:${type}`, name, parent, {}, true);
    }

    resource(type: string, name: string, parent: PlannedResource | undefined, made: Made = {}): PlannedResource {
        return this.add(type, name, parent, made, false);
    }

    private add(type: string, name: string, parent: PlannedResource | undefined, made: Made, component: boolean) {
        const { inputs = {}, external = false, protect = false, secrets = [] } = made;
        const around = parent ?? this.#resources[0];
        const isStack = around === undefined;
        const [, , aroundTypes = ""] = around?.facts.urn.split("::") ?? [];
        const types = isStack || around.facts.type === "pulumi:pulumi:Stack" ? type : `${aroundTypes}$${type}`;
        const used = referencesIn(inputs).map(({ urn }) => urn);
        const facts: ResourceFacts = {
            urn: `urn:pulumi:${this.stack}::${project}::${types}::${name}`,
            type,
            name,
            parent: around?.facts.urn,
            inputs,
            propertyDependencies: Object.fromEntries(
                Object.entries(inputs).map(([key, value]) => [key, referencesIn(value).map(({ urn }) => urn)]),
            ),
            dependencies: [],
            protect,
            external,
        };
        const resource = {
            facts,
            inputs: printed(inputs) as Record<string, unknown>,
            secrets,
            dependencies: used,
            component,
        };
        this.#resources.push(resource);
        return resource;
    }

    plan(
        more: { violations?: Violation[]; notes?: string[]; outputs?: Record<string, unknown>; platform?: string } = {},
    ): StackPlan {
        return {
            stack: this.stack,
            project,
            tier: this.tier,
            platform: more.platform ?? "gcp",
            release: "r0",
            resources: this.#resources,
            outputs: more.outputs ?? {},
            violations: more.violations ?? [],
            notes: more.notes ?? [],
        };
    }
}

export const output = ({ facts }: PlannedResource, property: string): Reference => ({ urn: facts.urn, property });
export const made = (...parts: (string | Reference)[]): Partial => new Partial(parts);

function referencesIn(value: Value): readonly Reference[] {
    if (value instanceof Partial) return value.references;
    if (Array.isArray(value)) return value.flatMap(referencesIn);
    return value !== null && typeof value === "object" ? Object.values(value).flatMap(referencesIn) : [];
}

function printed(value: Value): unknown {
    if (value instanceof Partial)
        return value.parts
            .map((part) => (typeof part === "string" ? part : `\${${part.urn}#${part.property}}`))
            .join("");
    if (Array.isArray(value)) return value.map(printed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printed(item)]));
}

const runService = "gcp:cloudrunv2/service:Service";
const vaultSecret = "gcp:secretmanager/secret:Secret";
const vaultVersion = "gcp:secretmanager/secretVersion:SecretVersion";
const randomPassword = "random:index/randomPassword:RandomPassword";

function service(
    stack: StackFixture,
    parent: PlannedResource,
    name: string,
    envs: Value[],
    { min, max, isPublic }: { min: number; max: number; isPublic: boolean },
): PlannedResource {
    const made_ = stack.resource(runService, `${stack.stack}-${name}-service`, parent, {
        inputs: {
            project: `acme-${stack.stack}`,
            location: "europe-west2",
            name: `voice-${name}-${stack.stack}`,
            template: {
                scaling: { minInstanceCount: min, maxInstanceCount: max },
                maxInstanceRequestConcurrency: 20,
                timeout: "60s",
                containers: [{ image: "example.com/agent@sha256:0", envs }],
            },
        },
    });
    if (isPublic)
        stack.resource("gcp:cloudrunv2/serviceIamMember:ServiceIamMember", `${stack.stack}-${name}-public`, parent, {
            inputs: { name: made(output(made_, "name")), role: "roles/run.invoker", member: "allUsers" },
        });
    return made_;
}

const clear = (name: string, value: Value): Value => ({ name, value });
const fromVault = (name: string, secret: PlannedResource): Value => ({
    name,
    valueSource: { secretKeyRef: { secret: made(output(secret, "secretId")), version: "latest" } },
});

function secret(stack: StackFixture, parent: PlannedResource, called: string, value?: Partial | string) {
    const place = stack.resource(vaultSecret, `${parent.facts.name}-${called}`, parent, {
        inputs: { project: `acme-${stack.stack}`, secretId: `${stack.stack}-${called}` },
    });
    if (value !== undefined)
        stack.resource(vaultVersion, `${parent.facts.name}-${called}-version`, place, {
            inputs: { secret: made(output(place, "id")), secretData: value },
        });
    return place;
}

/** What the sandbox says that somebody must supply. */
export const toSupply = {
    secretsToSupply: [
        {
            variable: "VONAGE_PRIVATE_KEY",
            secret: "beta-vonage-private-key",
            suppliedBy: "the Vonage dashboard",
            purpose: "Signs the calls",
        },
    ],
};

/** An API on Firestore with one secret that nobody has supplied yet. */
export function sandbox(name = "beta"): StackFixture {
    const stack = new StackFixture(name, "sandbox");
    const whole = stack.component("VoicePlatform", name);
    const vault = stack.component("Secrets", `${name}-vault`, whole);
    const key = secret(stack, vault, "vonage-private-key");
    const database = stack.component("Database", `${name}-database`, whole);
    stack.resource("gcp:firestore/database:Database", `${name}-database-documents`, database, {
        inputs: { project: `acme-${name}`, locationId: "europe-west2", name: "documents" },
    });
    const api = stack.component("VoiceApi", `${name}-api`, whole);
    service(stack, api, "api", [clear("NODE_ENV", "production"), fromVault("VONAGE_PRIVATE_KEY", key)], {
        min: 0,
        max: 1,
        isPublic: true,
    });
    return stack;
}

/** API and gateway on PostgreSQL and Redis, with a replica, records in the DNS and secrets of every provenance. */
export function production(name = "main"): StackFixture {
    const stack = new StackFixture(name, "production");
    const whole = stack.component("VoicePlatform", name);
    const place = { project: `acme-${name}`, region: "europe-west2" };

    const vault = stack.component("Secrets", `${name}-vault`, whole);
    const generated = stack.resource(randomPassword, `${name}-vault-jwt-value`, vault, { inputs: { length: 64 } });
    const jwt = secret(stack, vault, "jwt", made(output(generated, "result")));
    const sealed = secret(stack, vault, "sealed", "hunter2-hunter2");
    const vonage = secret(stack, vault, "vonage-private-key");
    const gemini = secret(stack, vault, "gemini-api-key");

    const database = stack.component("Database", `${name}-database`, whole);
    const server = stack.resource("gcp:sql/databaseInstance:DatabaseInstance", `${name}-database-server`, database, {
        protect: true,
        inputs: {
            ...place,
            databaseVersion: "POSTGRES_16",
            settings: {
                tier: "db-custom-2-7680",
                diskSize: 20,
                availabilityType: "REGIONAL",
                backupConfiguration: {
                    enabled: true,
                    pointInTimeRecoveryEnabled: true,
                    backupRetentionSettings: { retainedBackups: 7 },
                },
            },
        },
    });
    stack.resource("gcp:sql/databaseInstance:DatabaseInstance", `${name}-database-replica-1`, database, {
        inputs: { ...place, masterInstanceName: made(output(server, "name")) },
    });
    const password = stack.resource(randomPassword, `${name}-database-password`, database, { inputs: { length: 32 } });
    const user = stack.resource("gcp:sql/user:User", `${name}-database-user`, database, {
        inputs: { name: "voice", instance: made(output(server, "name")), password: made(output(password, "result")) },
    });
    const databaseUrl = secret(
        stack,
        database,
        "database-url",
        made(
            "postgresql://",
            output(user, "name"),
            ":",
            output(user, "password"),
            "@",
            output(server, "privateIpAddress"),
            ":5432/voice",
        ),
    );

    const redis = stack.component("Redis", `${name}-redis`, whole);
    const cache = stack.resource("gcp:redis/instance:Instance", `${name}-redis-server`, redis, {
        inputs: {
            ...place,
            redisVersion: "REDIS_7_2",
            memorySizeGb: 1,
            tier: "STANDARD_HA",
            transitEncryptionMode: "SERVER_AUTHENTICATION",
            authEnabled: true,
        },
    });
    const redisUrl = secret(
        stack,
        redis,
        "redis-url",
        made("rediss://:", output(cache, "authString"), "@", output(cache, "host"), ":6378"),
    );

    const api = stack.component("VoiceApi", `${name}-api`, whole);
    const apiService = service(
        stack,
        api,
        "api",
        [
            clear("NODE_ENV", "production"),
            fromVault("DATABASE_URL", databaseUrl),
            fromVault("JWT_SECRET", jwt),
            fromVault("REDIS_URL", redisUrl),
            fromVault("SEALED", sealed),
            fromVault("VONAGE_PRIVATE_KEY", vonage),
        ],
        { min: 2, max: 4, isPublic: true },
    );
    const gateway = stack.component("VoiceGateway", `${name}-gateway`, whole);
    service(
        stack,
        gateway,
        "gateway",
        [
            clear("API_HOST", made(output(apiService, "uri"))),
            fromVault("GEMINI_API_KEY", gemini),
            fromVault("REDIS_URL", redisUrl),
        ],
        { min: 2, max: 2, isPublic: false },
    );
    const dns = stack.component("Dns", `${name}-dns`, whole);
    for (const [record, proxied] of [
        ["api", true],
        ["voice", false],
    ] as const)
        stack.resource("cloudflare:index/dnsRecord:DnsRecord", `${name}-dns-${record}`, dns, {
            inputs: { name: `${record}.example.com`, type: "CNAME", content: "x.example.net", proxied },
        });
    stack.resource("gcp:storage/bucket:Bucket", `${name}-records`, undefined, {
        inputs: { location: "europe-west2", retentionPolicy: { retentionPeriod: "31536000", isLocked: true } },
    });
    stack.resource("gcp:compute/network:Network", "legacy", undefined, { external: true });
    return stack;
}

export const violation = (more: globalThis.Partial<Violation> = {}): Violation => ({
    policy: "salesforce-write-in-production-only",
    level: "mandatory",
    severity: "critical",
    urn: "urn:pulumi:beta::ringfence::ringfence:index:VoicePlatform$ringfence:index:VoiceApi$gcp:cloudrunv2/service:Service::beta-api-service",
    message: "SF_ACCESS may write to the live Salesforce organisation, which only production may.",
    repair: "Use the Salesforce sandbox.",
    requirements: ["MVA-5"],
    ...more,
});

export const review = (plans: readonly StackPlan[], more: globalThis.Partial<Review> = {}): Review => ({
    project,
    plans,
    errors: [],
    isolation: { violations: [], shared: [] },
    rules: 34,
    elapsed: 1100,
    ...more,
});
