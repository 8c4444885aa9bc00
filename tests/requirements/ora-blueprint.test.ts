import { strict as assert } from "node:assert";
import { join } from "node:path";
import { variablesOf } from "../platforms/docker/host";
import { BlueprintFolder } from "../review/blueprint-folder";
import {
    called,
    type Document,
    freshPlanOf,
    mandatory,
    ofType,
    type PlannedResource,
    planOf,
    root,
    stackOf,
    theOnly,
} from "./plan";

describe("ORA, as blueprints/the-oracle has it", () => {
    const environments = ["staging", "production"] as const;
    let plan: Document;
    before(async () => {
        plan = await planOf(join(root, "blueprints/the-oracle"));
    });

    const container = (stack: string, name: string): PlannedResource =>
        called(stackOf(plan, stack), `${stack}-${name}`);
    const api = (stack: string) => container(stack, "api-container-1");
    const variables = (stack: string) => variablesOf(api(stack));

    it("ORA-6 is planned without a broken rule, between the stacks too", () => {
        assert.deepEqual(plan.errors, []);
        assert.deepEqual(plan.isolation.violations, []);
        for (const stack of ["shared", ...environments]) assert.deepEqual(mandatory(stackOf(plan, stack)), [], stack);
    });

    it("ORA-1 has staging on port 3101 and production on 3100 of one host, in containers of their own", () => {
        const [staging, production] = environments.map((stack) => {
            const front = container(stack, "balancer-server").inputs;
            const { host } = theOnly(stackOf(plan, stack), "ringfence:index:DockerHost").inputs;
            const names = ofType(stackOf(plan, stack), containerType).flatMap(({ inputs }) => inputs.name ?? []);
            return { host, names, ports: front.ports };
        });
        assert.deepEqual(staging?.ports, [{ internal: 8080, external: 3101, ip: "192.168.120.12" }]);
        assert.deepEqual(production?.ports, [{ internal: 8080, external: 3100, ip: "192.168.120.12" }]);
        assert.equal(staging?.host, production?.host);
        assert.deepEqual(
            staging?.names.filter((name: string) => production?.names.includes(name)),
            [],
        );
    });

    it("ORA-7 has production's anonymiser add its dump to a volume of staging's, and to nothing else of staging's", () => {
        const dumps = "the-oracle-staging-seed-files";
        const anonymiser = container("production", "anonymiser-export");
        assert.equal(variablesOf(anonymiser).DUMP_URL, "file:///dump");
        assert.equal(variablesOf(anonymiser).SCHEDULE, "0 1 * * 6");
        const mounts = (of: PlannedResource) =>
            of.inputs.volumes.filter(({ volumeName }: { volumeName?: string }) => volumeName === dumps);
        assert.deepEqual(mounts(anonymiser), [{ volumeName: dumps, containerPath: "/dump" }]);
        const naming = stackOf(plan, "production").resources.filter(
            ({ type, inputs }) => type.startsWith("docker:") && JSON.stringify(inputs).includes("the-oracle-staging"),
        );
        assert.deepEqual(
            naming.map(({ name }) => name),
            [anonymiser.name],
        );
        assert.ok(plan.isolation.shared.some(({ resource }) => resource === "volume of staging for dumps"));
    });

    it("ORA-7 has staging load it into its own database, reading, with nothing of production's", () => {
        const loader = container("staging", "seed-load");
        const { volumes, groupAdds, networksAdvanced } = loader.inputs;
        assert.deepEqual(volumes.at(-1), {
            volumeName: "the-oracle-staging-seed-files",
            containerPath: "/dump",
            readOnly: true,
        });
        assert.deepEqual(groupAdds, ["64998"]);
        assert.equal(variablesOf(loader).DUMP_DIRECTORY, "/dump");
        assert.deepEqual(
            networksAdvanced.map(({ name }: { name: string }) => name),
            ["the-oracle-staging-services", "the-oracle-staging-data"],
        );
        const text = JSON.stringify(stackOf(plan, "staging").resources);
        for (const theirs of ["the-oracle-production", '"yarnify-db"', "yarnify_db_data", "DATABASE_PASSWORD"])
            assert.ok(!text.includes(theirs), theirs);
    });

    it("ORA-7 cannot be turned round, nor aimed at another volume", async () => {
        const turned = await planBent("Pulumi.staging.yaml", "role: target", "role: source");
        assert.ok(turned.errors.some(({ key }) => key === "ringfence:seeding.role"));
        const aimed = await planBent("Pulumi.production.yaml", "stack: staging", "stack: shared");
        assert.ok(aimed.isolation.violations.some(({ rule }) => rule === "seeding"));
    });

    it("ORA-14 has staging deployed from develop and production from main", () => {
        const from = environments.map((stack) => stackOf(plan, stack).outputs.delivery);
        const repository = "ingeniotech/the-oracle";
        assert.deepEqual(from, [
            { repository, branch: "develop" },
            { repository, branch: "main" },
        ]);
    });

    it("ORA-14 is refused where one push would deploy both", async () => {
        const { isolation } = await planBent("Pulumi.staging.yaml", "branch: develop", "branch: main");
        assert.deepEqual(
            isolation.violations.map(({ rule }) => rule),
            ["delivery-branches"],
        );
    });

    it("ORA-1 ORA-12 is reached by host names that tell the environment at a glance", () => {
        const hostOf = (stack: string) => theOnly(stackOf(plan, stack), recordType).inputs.name;
        assert.equal(hostOf("staging"), "staging-oracle.ingeniotech.co.uk");
        assert.equal(hostOf("production"), "theoracle.ingeniotech.co.uk");
    });

    it("ORA-2 gives each its own PostgreSQL with pgvector and its own Redis 7.2, under the names that they have", () => {
        for (const [stack, name] of [
            ["staging", "yarnify-staging"],
            ["production", "yarnify"],
        ] as const) {
            const [database, redis] = [container(stack, "database-server"), container(stack, "redis-server")];
            assert.equal(database.inputs.name, `${name}-db`);
            assert.match(database.inputs.image, /^pgvector\/pgvector:/);
            assert.equal(redis.inputs.name, `${name}-redis`);
            assert.match(redis.inputs.image, /^redis:7\.2/);
        }
    });

    it("ORA-3 has one Whisper for both, which keeps nothing of them and is in no network of theirs", () => {
        const [whisper, ...others] = Object.values(plan.stacks)
            .flatMap((stack) => ofType(stack, containerType))
            .filter(({ inputs }) => /whisper/.test(inputs.image));
        assert.deepEqual(others, []);
        assert.equal(whisper?.urn.split(":")[2], "shared");
        for (const stack of environments) assert.equal(variables(stack).WHISPER_URL, "http://192.168.120.12:9000");
        const listed = plan.isolation.shared.filter(({ stacks }) => stacks.includes("shared"));
        assert.deepEqual(
            listed.map(({ resource, stacks }) => [resource, stacks]),
            [
                ["Cloudflare tunnel ingpve1", ["staging", "production", "shared"]],
                ["speech recognition at 192.168.120.12:9000", ["staging", "production", "shared"]],
            ],
        );
        const networks = environments.flatMap((stack) => ofType(stackOf(plan, stack), "docker:index/network:Network"));
        for (const { name } of whisper?.inputs.networksAdvanced ?? [])
            assert.ok(networks.every(({ inputs }) => inputs.name !== name));
    });

    it("ORA-4 carries both host names by the tunnel ingpve1, and nothing else", () => {
        const shared = stackOf(plan, "shared");
        const tunnel = theOnly(shared, "cloudflare:index/zeroTrustTunnelCloudflared:ZeroTrustTunnelCloudflared");
        assert.equal(tunnel.inputs.name, "ingpve1");
        const { inputs } = theOnly(
            shared,
            "cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig",
        );
        assert.deepEqual(inputs.config.ingresses, [
            { hostname: "staging-oracle.ingeniotech.co.uk", service: "http://192.168.120.12:3101" },
            { hostname: "theoracle.ingeniotech.co.uk", service: "http://192.168.120.12:3100" },
            { service: "http_status:404" },
        ]);
        for (const stack of environments) {
            const { type, proxied, content } = theOnly(stackOf(plan, stack), recordType).inputs;
            assert.deepEqual([type, proxied], ["CNAME", true]);
            assert.equal(content, `\${${tunnel.urn}#id}.cfargotunnel.com`);
        }
    });

    it("ORA-5 gives both the same variables, and other values only where they must differ", () => {
        const [staging, production] = environments.map(variables);
        assert.ok(staging && production);
        assert.deepEqual(Object.keys(staging).sort(), Object.keys(production).sort());
        const apart = [
            ...["DATABASE_URL", "REDIS_URL", "FRONTEND_URL", "COOLIFY_URL", "COOLIFY_FQDN"],
            // The safeguards of ORA-9 and ORA-10, and the prefix of ORA-11.
            ...["BANNER", "VOIP_SYNC_ENABLED", "VOIP_USERNAME", "VOIP_PASSWORD", "QUEUE_PREFIX"],
        ];
        const secret = (name: string) => /\[secret\]|\$\{/.test(`${staging[name]}${production[name]}`);
        const differing = Object.keys(staging).filter((name) => staging[name] !== production[name]);
        assert.deepEqual(
            differing.filter((name) => !apart.includes(name) && !secret(name)),
            [],
        );
        for (const stack of environments) assert.equal(variables(stack).NODE_ENV, "production");
    });

    it("ORA-6 makes staging's DATABASE_URL of staging's own database, and has it in no network of production's", () => {
        const url = variables("staging").DATABASE_URL ?? "";
        const sources = [...url.matchAll(/\$\{urn:pulumi:([^:]+)::/g)].map(([, source]) => source);
        assert.ok(sources.length > 0 && sources.every((source) => source === "staging"), url);
        // The password of a database that is taken over is nobody's to make up, and is masked with what is around it.
        assert.equal(variables("production").DATABASE_URL, "[secret]");
        const networksOf = (stack: string): string[] =>
            ofType(stackOf(plan, stack), containerType).flatMap(({ inputs }) =>
                (inputs.networksAdvanced ?? []).map(({ name }: { name: string }) => name),
            );
        const production = new Set(networksOf("production"));
        assert.deepEqual(
            networksOf("staging").filter((name) => production.has(name)),
            [],
        );
    });

    it("ORA-6 refuses staging production's database, its front and its outputs", async () => {
        const staging = "Pulumi.staging.yaml";
        const attempts: readonly (readonly [string, string, string, RegExp])[] = [
            [
                staging,
                "COOLIFY_FQDN:",
                "STORE: redis://yarnify-redis:6379\n            COOLIFY_FQDN:",
                /^own-data-sources$/,
            ],
            [staging, "yarnify-staging-db", "yarnify-db", /^docker-hosts$/],
            [staging, "tunnel: shared", "tunnel: production", /^(shared-uses|stack-references)$/],
            [staging, "{ from: shared }", "{ from: production }", /^(shared-uses|stack-references)$/],
            ["Pulumi.shared.yaml", "192.168.120.12:3101", "192.168.120.12:3100", /^tunnel-ingress$/],
        ];
        for (const [file, written, instead, rule] of attempts) {
            const { stacks, isolation, errors } = await planBent(file, written, instead);
            assert.deepEqual(errors, [], instead);
            const broken = [
                ...Object.values(stacks).flatMap((stack) => mandatory(stack).map(({ policy }) => policy)),
                ...isolation.violations.map((violation) => violation.rule),
            ];
            assert.ok(
                broken.some((name) => rule.test(name)),
                `${instead}: ${broken.join(", ")}`,
            );
        }
    });

    it("ORA-4 takes over a tunnel that exists, by one line, and nothing else of the plan is broken by it", async () => {
        const id = "6ff42ae2-765d-4adf-8112-31c55c1551ef";
        const bent = await planBent("Pulumi.shared.yaml", "name: ingpve1", `name: ingpve1\n        adopt: ${id}`);
        assert.deepEqual([bent.errors, bent.isolation.violations], [[], []]);
        for (const stack of ["shared", ...environments]) assert.deepEqual(mandatory(stackOf(bent, stack)), [], stack);
        for (const stack of environments)
            assert.equal(theOnly(stackOf(bent, stack), recordType).inputs.content, `${id}.cfargotunnel.com`);
    });

    it("ORA-8 migrates whenever the application starts, in both alike", () => {
        const [staging, production] = environments.map((stack) => {
            const { entrypoints, command } = api(stack).inputs;
            return [...(entrypoints ?? []), ...(command ?? [])];
        });
        assert.deepEqual(staging, ["sh", "-c", "npx prisma migrate deploy && exec npm start"]);
        assert.deepEqual(production, staging);
    });

    it("ORA-9 ORA-13 tells users that it is staging, and users of production nothing", () => {
        assert.equal(variables("staging").BANNER, "STAGING ENVIRONMENT");
        assert.equal(variables("production").BANNER, "");
    });

    it("ORA-10 has VoIP sync off in staging, which holds no credentials for it", () => {
        const { VOIP_SYNC_ENABLED, VOIP_USERNAME, VOIP_PASSWORD } = variables("staging");
        assert.deepEqual([VOIP_SYNC_ENABLED, VOIP_USERNAME, VOIP_PASSWORD], ["false", "", ""]);
        assert.equal(variables("production").VOIP_SYNC_ENABLED, "true");
        assert.notEqual(variables("production").VOIP_PASSWORD, "");
    });

    it("ORA-11 never mixes queues: another Redis, another prefix", () => {
        const [staging, production] = environments.map(variables);
        assert.notEqual(staging?.QUEUE_PREFIX, production?.QUEUE_PREFIX);
        for (const stack of environments)
            assert.match(variables(stack).REDIS_URL ?? "", new RegExp(`\\$\\{urn:pulumi:${stack}::.*-redis-password#`));
    });

    it("ORA-13 signs users in with one Microsoft tenant, and a secret of each environment's own", () => {
        const [staging, production] = environments.map(variables);
        assert.equal(staging?.AZURE_AD_TENANT_ID, production?.AZURE_AD_TENANT_ID);
        for (const stack of environments)
            assert.ok(
                stackOf(plan, stack).outputs.secretsToSupply.some(
                    ({ secret }: { secret: string }) => secret === `${stack}-azure-ad-client-secret`,
                ),
            );
    });
});

const containerType = "docker:index/container:Container";
const recordType = "cloudflare:index/dnsRecord:DnsRecord";

/** The plan of the blueprint where one passage of one file reads otherwise. */
async function planBent(file: string, written: string, instead: string): Promise<Document> {
    const folder = new BlueprintFolder("the-oracle");
    try {
        folder.replace(file, written, instead);
        return await freshPlanOf(folder.path);
    } finally {
        folder.remove();
    }
}
