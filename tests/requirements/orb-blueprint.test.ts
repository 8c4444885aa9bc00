import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { variablesOf as containerVariables } from "../platforms/docker/host";
import {
    called,
    type Document,
    freshPlanOf,
    mandatory,
    ofType,
    type Part,
    type PlannedResource,
    planOf,
    root,
    type StackDocument,
    serviceOf,
    stackOf,
    theOnly,
    variablesOf,
} from "./plan";

const blueprint = join(root, "blueprints/orbisvoice");
const containerType = "docker:index/container:Container";

/** The plan of the blueprint where one passage of a stack file reads otherwise. */
async function bent(stack: string, written: RegExp, instead: string): Promise<Document> {
    const folder = mkdtempSync(join(tmpdir(), "blueprint-"));
    try {
        writeFileSync(
            join(folder, "Pulumi.yaml"),
            `name: orbisvoice\nruntime: nodejs\nmain: ${JSON.stringify(root)}\n`,
        );
        for (const file of readdirSync(blueprint).filter((name) => /^Pulumi\..+\.yaml$/.test(name))) {
            const text = readFileSync(join(blueprint, file), "utf8");
            const isBent = file === `Pulumi.${stack}.yaml`;
            if (isBent) assert.match(text, written);
            writeFileSync(join(folder, file), isBent ? text.replace(written, instead) : text);
        }
        return await freshPlanOf(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

describe("ORB, as blueprints/orbisvoice has it", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf(blueprint);
    });
    const onPremises = () => stackOf(plan, "onprem");
    const onGoogleCloud = () => stackOf(plan, "cloud");

    it("ORB-14 is planned as two stacks on Docker and one on Google Cloud, and breaks no rule", () => {
        assert.deepEqual(plan.errors, []);
        assert.deepEqual(plan.isolation.violations, []);
        const platforms = ["staging", "onprem", "cloud"].map((stack) => stackOf(plan, stack).platform);
        assert.deepEqual(platforms, ["docker", "docker", "gcp"]);
        for (const stack of Object.values(plan.stacks)) assert.deepEqual(mandatory(stack), []);
    });

    describe("on premises", () => {
        const instances = (part: string, stack = onPremises()): readonly PlannedResource[] =>
            ofType(stack, containerType).filter(({ name }) => name.includes(`-${part}-container-`));
        const first = (part: string, stack = onPremises()): PlannedResource => {
            const [container] = instances(part, stack);
            assert.ok(container, part);
            return container;
        };
        const health = ({ inputs }: PlannedResource) => {
            const { interval, timeout, retries } = inputs.healthcheck;
            return [interval, timeout, retries];
        };
        const server = (name: string) => called(onPremises(), `onprem-${name}-server`);
        const running = (stack = onPremises()) =>
            ofType(stack, containerType).filter(({ inputs }) => inputs.mustRun !== false);

        /** What belongs to monitoring, which an environment may do without. */
        const watching = ({ name }: PlannedResource): boolean => name.startsWith("onprem-monitoring-");
        /** Images that hold their program and nothing to ask it with; Prometheus tells when they do not answer. */
        const cannotAskItself = /^onprem-monitoring-(redis|front)-exporter$/;

        const nginxConfiguration = (): string =>
            called(onPremises(), "onprem-balancer-configuration-files").inputs.uploads[0].content;
        const location = (path: string): string => {
            const texts = nginxConfiguration().matchAll(new RegExp(`location ${path} \\{([^}]*)\\}`, "g"));
            const text = [...texts].map(([, text = ""]) => text).find((text) => text.includes("proxy_pass"));
            assert.ok(text, path);
            return text;
        };

        /** What ORB-6, ORB-7 and ORB-8 have in common. */
        function answers(part: string, port: number): void {
            assert.equal(instances(part).length, 2);
            for (const container of instances(part)) {
                assert.equal(containerVariables(container).PORT, String(port));
                assert.match(container.inputs.healthcheck.tests.at(-1), new RegExp(`127\\.0\\.0\\.1:${port}/health`));
                assert.deepEqual([container.inputs.cpus, container.inputs.memory], ["1.0", 512]);
            }
        }

        it("ORB-6 runs two instances of the API on port 3000 with 1 CPU and 512 MB, asked at /health", () => {
            answers("api", 3000);
            const given = containerVariables(first("api"));
            for (const name of ["DATABASE_URL", "REDIS_URL", "API_KEY_JWT_SECRET"]) assert.ok(given[name], name);
            assert.equal(given.NODE_ENV, "production");
        });

        it("ORB-7 runs two gateways on port 4001 that know Gemini, Redis, and the API at its own port", () => {
            answers("gateway", 4001);
            const given = containerVariables(first("gateway"));
            assert.deepEqual([given.API_HOST, given.API_PORT], ["api-onprem", "3000"]);
            assert.equal(given.GEMINI_MODEL, "gemini-2.0-flash");
            assert.equal(given.SESSION_STORE, "redis");
            for (const name of ["REDIS_URL", "GEMINI_API_KEY"]) assert.ok(given[name], name);
        });

        it("ORB-8 ORB-14 runs two front ends on port 3001, which know https://<domain>/api and wss://<domain>/voice", () => {
            answers("web", 3001);
            const { NEXT_PUBLIC_API_URL, NEXT_PUBLIC_VOICE_GATEWAY_URL } = containerVariables(first("web"));
            const urls = { api: NEXT_PUBLIC_API_URL, gateway: NEXT_PUBLIC_VOICE_GATEWAY_URL };
            assert.deepEqual(urls, {
                api: "https://onprem.orbisvoice.example/api",
                gateway: "wss://onprem.orbisvoice.example/voice",
            });
            assert.deepEqual(onPremises().outputs.urls, { ...urls, web: "https://onprem.orbisvoice.example" });
        });

        it("ORB-9 ORB-14 asks each service every 30 s, and holds it for failed after 3", () => {
            for (const part of ["api", "gateway", "web"])
                assert.deepEqual(health(first(part)), ["30s", "10s", 3], part);
        });

        it("ORB-14 has postgres:15-alpine and redis:7-alpine, asked every 10 s for 5 s, five times", () => {
            assert.match(server("database").inputs.image, /^postgres:15-alpine(@sha256:[0-9a-f]{64})?$/);
            assert.match(server("redis").inputs.image, /^redis:7(\.\d)?-alpine(@sha256:[0-9a-f]{64})?$/);
            assert.match(server("database").inputs.healthcheck.tests[1], /^pg_isready /);
            assert.match(server("redis").inputs.healthcheck.tests[1], /redis-cli ping/);
            for (const name of ["database", "redis"]) assert.deepEqual(health(server(name)), ["10s", "5s", 5], name);
        });

        it("ORB-14 keeps their data in named volumes", () => {
            const volume = (name: string) =>
                server(name).inputs.volumes.find(({ volumeName }: { volumeName?: string }) => volumeName !== undefined);
            assert.deepEqual(volume("database"), {
                volumeName: "orbisvoice-onprem-database-data",
                containerPath: "/var/lib/postgresql/data",
            });
            assert.deepEqual(volume("redis"), { volumeName: "orbisvoice-onprem-redis-data", containerPath: "/data" });
        });

        it("ORB-14 restarts everything, always, but a job that has ended", () => {
            const restarts = new Map(running().map(({ name, inputs }) => [name, inputs.restart]));
            assert.ok(restarts.size >= 11, [...restarts.keys()].join(", "));
            assert.deepEqual(new Set(restarts.values()), new Set(["always"]));
            assert.equal(called(onPremises(), "onprem-schema-migrate-job").inputs.restart, "no");
        });

        it("ORB-14 starts in order: data, migration, API, front; each when what it needs is healthy", () => {
            const needs = (name: string, other: string) => {
                const { dependencies } = called(onPremises(), `onprem-${name}`);
                assert.ok(
                    dependencies.some((urn) => urn.endsWith(`::onprem-${other}`)),
                    `${name} waits for ${other}`,
                );
            };
            needs("schema-migrate-job", "database-server");
            needs("schema-migrate-ended", "schema-migrate-job");
            for (const instance of ["api-container-1", "api-container-2"]) {
                needs(instance, "schema-migrate-ended");
                needs(instance, "redis-server");
            }
            for (const part of ["api", "gateway", "web"]) needs("balancer-server", `${part}-container-1`);
            for (const { name, inputs } of running())
                assert.equal(inputs.wait, !cannotAskItself.test(name), `${name} is there once healthy`);
        });

        it("ORB-14 ends TLS on 443 with HTTP/2, with a certificate from files of the host, and leads there from 80", () => {
            const { ports, volumes } = server("balancer").inputs;
            assert.deepEqual(ports, [
                { ip: "203.0.113.7", external: 80, internal: 8080 },
                { ip: "203.0.113.7", external: 443, internal: 8443 },
            ]);
            assert.ok(volumes.some(({ hostPath }: { hostPath?: string }) => hostPath === "/etc/ssl/orbisvoice"));
            assert.match(
                nginxConfiguration(),
                /listen 8443 ssl;\s+server_name onprem\.orbisvoice\.example;\s+http2 on;/,
            );
            const open = running().filter(({ inputs }) =>
                inputs.ports?.some(({ ip }: { ip: string }) => ip !== "127.0.0.1"),
            );
            assert.deepEqual(open, [server("balancer")]);
        });

        it("ORB-14 has a certificate from Let's Encrypt before production, renewed beside nginx", () => {
            const maker = called(stackOf(plan, "staging"), "staging-balancer-certificate-maker");
            assert.match(maker.inputs.image, /^certbot\/certbot:/);
            assert.equal(containerVariables(maker).CERTIFICATE_HOSTS, "staging.orbisvoice.example");
            assert.equal(maker.inputs.restart, "always");
        });

        it("ORB-14 routes /api/, /voice/ and / with the prefix taken away, and says who asks", () => {
            const upstreams = { "/api/": "api-onprem:3000", "/voice/": "gateway-onprem:4001", "/": "web-onprem:3001" };
            for (const [path, upstream] of Object.entries(upstreams)) {
                const text = location(path);
                assert.ok(text.includes(`set $upstream ${upstream};`), path);
                assert.match(text, /proxy_set_header Host \$host;/);
                assert.match(text, /proxy_set_header X-Forwarded-For \$\w+;/);
                if (path !== "/")
                    assert.match(text, new RegExp(`rewrite "[^"]*\\^${path}\\(\\.\\*\\)\\$" /\\$1 break;`));
            }
            assert.match(location("/voice/"), /proxy_set_header Upgrade \$upgrade_to;/);
            assert.match(location("/api/"), /proxy_set_header Upgrade "";/);
        });

        it("ORB-14 gives the API GEMINI_API_KEY, which the API on Google Cloud has not", () => {
            assert.ok("GEMINI_API_KEY" in containerVariables(first("api")));
            assert.ok(!("GEMINI_API_KEY" in variablesOf(serviceOf(onGoogleCloud(), "VoiceApi"))));
        });

        it("ORB-14 fits a host of 4 CPUs and 8 GB, the migration beside all else", () => {
            const started = ofType(onPremises(), containerType).filter(({ inputs }) => inputs.start !== false);
            const memory = (those: readonly PlannedResource[]) =>
                those.reduce((sum, { inputs }) => sum + inputs.memory, 0);
            const itself = memory(started.filter((each) => !watching(each)));
            assert.ok(itself <= 7.5 * 1024, `${itself} MiB, and the host needs something for itself`);
            const beside = memory(started.filter(watching));
            assert.ok(beside <= 2.5 * 1024, `${beside} MiB for monitoring, which the blueprint says beside the 8 GB`);
            for (const { name, inputs } of started) assert.ok(Number(inputs.cpus) <= 4, name);
        });

        it("ORB-11 shows no secret: what is one is marked so, or is in a file that only its container finds", () => {
            for (const stack of ["staging", "onprem"]) {
                for (const container of ofType(stackOf(plan, stack), containerType)) {
                    const { name, inputs, secrets } = container;
                    for (const [index, line] of (inputs.envs ?? []).entries()) {
                        const where = `${line.split("=")[0]} of ${name}`;
                        if (/^\w*(SECRET|PASSWORD|_KEY|DATABASE_URL|REDIS_URL)=/.test(line))
                            assert.ok(secrets.includes(`envs[${index}]`), where);
                        assert.doesNotMatch(line, /:\/\/[^\s/$[]*:[^\s/$[]+@/, where);
                    }
                }
            }
        });

        it("ORB-12 VOX-1 starts the next containers of a service beside the last ones, and lets calls end", () => {
            for (const part of ["api", "gateway", "web"])
                for (const { name, inputs } of instances(part)) {
                    assert.equal(inputs.name, undefined, `${name} would stand in the way of the next`);
                    assert.equal(inputs.wait, true, name);
                    assert.deepEqual(inputs.networksAdvanced[0].aliases, [`${part}-onprem`]);
                }
            const { inputs } = first("gateway");
            const { CALL_MAX_SECONDS, DRAIN_SECONDS, HEARTBEAT_SECONDS } = containerVariables(first("gateway"));
            assert.ok(Number(CALL_MAX_SECONDS) > 0 && Number(CALL_MAX_SECONDS) <= Number(DRAIN_SECONDS));
            assert.ok(Number(DRAIN_SECONDS) <= inputs.destroyGraceSeconds);
            assert.equal(inputs.stopTimeout, inputs.destroyGraceSeconds);
            const [, readTimeout] = /proxy_read_timeout (\d+)s;/.exec(location("/voice/")) ?? [];
            assert.ok(Number(CALL_MAX_SECONDS) <= Number(readTimeout));
            assert.ok(Number(HEARTBEAT_SECONDS) < 100, "Cloudflare's idle timeout");
        });

        it("ORB-15 dumps the database every day, keeps seven, and ships them to storage outside the host", () => {
            const taken = containerVariables(called(onPremises(), "onprem-database-dumps-backup-container"));
            assert.deepEqual([taken.BACKUP_AT, taken.BACKUP_KEEP, taken.PGDATABASE], ["03:00", "7", "voice"]);
            const shipped = containerVariables(called(onPremises(), "onprem-database-dumps-shipper-container"));
            assert.equal(shipped.SHIP_TO, "outside:orbisvoice-backups/onprem");
            const keys: readonly { variable: string }[] = onPremises().outputs.secretsToSupply;
            for (const key of ["BACKUP_ACCESS_KEY_ID", "BACKUP_SECRET_ACCESS_KEY"])
                assert.ok(
                    keys.some(({ variable }) => variable === key),
                    key,
                );
        });

        it("ORB-15 has what restores, and what proves a restore, where the dumps are", () => {
            const scripts = ofType(onPremises(), containerType)
                .filter(({ name }) => name.startsWith("onprem-database-dumps-backup-"))
                .flatMap(({ inputs }) => inputs.uploads ?? [])
                .map(({ file }: { file: string }) => file);
            for (const script of ["restore.sh", "prove-restore.sh"])
                assert.ok(scripts.includes(`/backup/${script}`), scripts.join());
        });

        it("ORB-16 has Prometheus and Grafana, collects the logs of its own containers, and mails what goes wrong", () => {
            const part = (name: string) => called(onPremises(), `onprem-monitoring-${name}`);
            for (const [name, image] of [
                ["prometheus", /^prom\/prometheus:/],
                ["grafana", /^grafana\/grafana:/],
                ["loki", /^grafana\/loki:/],
                ["log-collector", /^grafana\/alloy:/],
                ["alertmanager", /^prom\/alertmanager:/],
            ] as const)
                assert.match(part(name).inputs.image, image);
            const texts = ofType(onPremises(), containerType)
                .filter(watching)
                .flatMap(({ inputs }) => inputs.uploads ?? []);
            const text = (file: string): string =>
                texts.find((each: { file: string }) => each.file.endsWith(file))?.content ?? assert.fail(file);
            assert.ok(text("/alertmanager.yml").includes("operator@orbisvoice-ops.example"));
            assert.ok(text("/alertmanager.yml").includes("smtp.orbisvoice-ops.example:587"));
            assert.match(text("/config.alloy"), /loki\.source\.docker/);
            assert.match(text("/nginx.conf"), /project%3Dorbisvoice%22%2C%22environment%3Donprem/);
            const { grafana, secretsToSupply } = onPremises().outputs;
            assert.deepEqual([grafana.url, grafana.user], ["http://127.0.0.1:3000", "admin"]);
            assert.ok(secretsToSupply.some(({ variable }: { variable: string }) => variable === "SMTP_PASSWORD"));
        });

        it("ORB-16 is optional: what leaves it out has none of it", () => {
            const images = ofType(stackOf(plan, "staging"), containerType).map(({ inputs }) => inputs.image);
            assert.deepEqual(
                images.filter((image: string) => /prom|grafana|telegraf|exporter/.test(image)),
                [],
            );
        });

        it("ORB-21 gives up what is not healthy after three minutes", () => {
            for (const { name, inputs } of running())
                if (!cannotAskItself.test(name)) assert.equal(inputs.waitTimeout, 180, name);
        });

        it("ORB-18 goes back to earlier images, which replaces services and leaves database and volumes as they are", async () => {
            const before = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
            const after = `sha256:${"b".repeat(64)}`;
            const back = stackOf(await bent("onprem", new RegExp(before, "g"), after), "onprem");
            const inputsOf = (stack: StackDocument) =>
                new Map(
                    stack.resources
                        .filter(({ type }) => !type.startsWith("ringfence:"))
                        .map(({ name, inputs }) => [name, JSON.stringify(inputs)]),
                );
            const [now, then] = [inputsOf(onPremises()), inputsOf(back)];
            const changed = [...now].filter(([name, inputs]) => then.get(name) !== inputs).map(([name]) => name);
            assert.deepEqual(
                changed.filter((name) => !/-image$/.test(name)).sort(),
                [
                    ...["api", "gateway", "web"].flatMap((part) =>
                        [1, 2].map((of) => `onprem-${part}-container-${of}`),
                    ),
                    // The older image's migration, which goes forward only and so finds nothing to do.
                    "onprem-schema-migrate-job",
                ].sort(),
            );
            assert.equal(first("api", back).inputs.image.split("@")[1], after);
            for (const { name, inputs } of ofType(onPremises(), "docker:index/remoteImage:RemoteImage"))
                assert.equal(inputs.keepLocally, true, `${name} is still on the host`);
        });
    });

    describe("on Google Cloud", () => {
        it("ORB-1 leads its four hosts to its load balancer, and the other stacks their own alone", () => {
            const hosts = (stack: string) =>
                ofType(stackOf(plan, stack), "cloudflare:index/dnsRecord:DnsRecord")
                    .filter(({ inputs }) => inputs.proxied)
                    .map(({ inputs }) => [inputs.name, inputs.type, inputs.ttl]);
            const domain = "orbisvoice.example";
            assert.deepEqual(
                hosts("cloud"),
                [`api.${domain}`, `voice.${domain}`, `www.${domain}`, domain].map((host) => [host, "A", 1]),
            );
            assert.deepEqual(hosts("onprem"), [[`onprem.${domain}`, "A", 1]]);
            assert.deepEqual(hosts("staging"), [[`staging.${domain}`, "A", 1]]);
        });

        it("ORB-2 ORB-3 ORB-4 ORB-5 manages the zone for all three: strict TLS, cache, firewall, rate limit, mail", () => {
            const whole = /^cloudflare:index\/(zoneSetting|ruleset|emailRouting)/;
            for (const [name, { resources }] of Object.entries(plan.stacks))
                assert.equal(
                    resources.some(({ type }) => whole.test(type)),
                    name === "cloud",
                    name,
                );
            const settings = Object.fromEntries(
                ofType(onGoogleCloud(), "cloudflare:index/zoneSetting:ZoneSetting").map(({ inputs }) => [
                    inputs.settingId,
                    inputs.value,
                ]),
            );
            assert.deepEqual([settings.ssl, settings.always_use_https], ["strict", "on"]);
            assert.deepEqual([settings.cache_level, settings.browser_cache_ttl], ["aggressive", 4 * 3600]);
            const rulesets = ofType(onGoogleCloud(), "cloudflare:index/ruleset:Ruleset").map(({ inputs }) => inputs);
            const rules = (phase: string) => rulesets.find((ruleset) => ruleset.phase === phase)?.rules ?? [];
            assert.equal(rules("http_request_firewall_managed").length, 2);
            const [{ ratelimit }] = rules("http_ratelimit");
            assert.deepEqual([ratelimit.requestsPerPeriod, ratelimit.period], [50, 10]);
            const { matchers } = theOnly(onGoogleCloud(), "cloudflare:index/emailRoutingRule:EmailRoutingRule").inputs;
            assert.equal(matchers[0].value, "admin@orbisvoice.example");
        });

        it("ORB-6 ORB-7 ORB-8 runs two of each service, up to four gateways, with 1 CPU and 512 MB", () => {
            const figures: readonly (readonly [Part, number, number])[] = [
                ["VoiceApi", 3000, 2],
                ["VoiceGateway", 4001, 4],
                ["Web", 3001, 2],
            ];
            for (const [part, port, most] of figures) {
                const { template, scaling } = serviceOf(onGoogleCloud(), part).inputs;
                const [{ ports, resources }] = template.containers;
                assert.equal(ports.containerPort, port);
                assert.deepEqual(resources.limits, { cpu: "1", memory: "512Mi" });
                assert.deepEqual(scaling, { minInstanceCount: 2, maxInstanceCount: most });
            }
        });

        it("ORB-10 has PostgreSQL 15 with 20 GB and seven backups, Redis with 1 GB, both by TLS alone", () => {
            const { databaseVersion, settings } = theOnly(
                onGoogleCloud(),
                "gcp:sql/databaseInstance:DatabaseInstance",
            ).inputs;
            assert.deepEqual([databaseVersion, settings.diskSize], ["POSTGRES_15", 20]);
            assert.equal(settings.backupConfiguration.backupRetentionSettings.retainedBackups, 7);
            assert.equal(settings.ipConfiguration.sslMode, "ENCRYPTED_ONLY");
            const redis = theOnly(onGoogleCloud(), "gcp:redis/instance:Instance").inputs;
            assert.deepEqual([redis.memorySizeGb, redis.transitEncryptionMode], [1, "SERVER_AUTHENTICATION"]);
        });
    });
});
