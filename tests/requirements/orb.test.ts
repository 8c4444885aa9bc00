import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Tier } from "../../environment";
import { below, next } from "../../release/order";
import {
    atFault,
    called,
    type Document,
    mandatory,
    ofType,
    type Part,
    planOf,
    planWith,
    root,
    serviceOf,
    serviceType,
    stackOf,
    theOnly,
    variablesOf,
} from "./plan";

describe("ORB, as production has it", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });
    const main = () => stackOf(plan, "main");
    const variables = (part: Part) => variablesOf(serviceOf(main(), part));
    const container = (part: Part) => serviceOf(main(), part).inputs.template.containers[0];

    /** The resource that a value refers to. */
    const resourceAt = (value: string) => {
        const found = main().resources.find(({ urn }) => value.includes(`${urn}#`));
        assert.ok(found, value);
        return found;
    };

    /** What ORB-6, ORB-7 and ORB-8 have in common. */
    function answers(part: Part, port: number): void {
        const { ports, resources, livenessProbe, startupProbe } = container(part);
        assert.equal(ports.containerPort, port);
        assert.deepEqual(resources.limits, { cpu: "1", memory: "512Mi" });
        for (const { httpGet } of [livenessProbe, startupProbe]) assert.deepEqual(httpGet, { path: "/health", port });
        assert.equal(serviceOf(main(), part).inputs.scaling.minInstanceCount, 2);
    }

    const balancerHosts = ["api", "voice", "www"].map((name) => `${name}.mva-voice.example`);
    const publicAddress = () =>
        ofType(main(), "gcp:compute/globalAddress:GlobalAddress").filter(
            ({ inputs }) => inputs.addressType === "EXTERNAL",
        );
    const records = () => ofType(main(), "cloudflare:index/dnsRecord:DnsRecord").map(({ inputs }) => inputs);
    const routes = () => {
        const [map] = ofType(main(), "gcp:compute/uRLMap:URLMap").filter(
            ({ inputs }) => inputs.hostRules !== undefined,
        );
        assert.ok(map);
        return map.inputs;
    };
    const routeOf = (host: string) => {
        const { pathMatcher } = routes().hostRules.find(({ hosts }: { hosts: string[] }) => hosts.includes(host)) ?? {};
        return routes().pathMatchers.find(({ name }: { name: string }) => name === pathMatcher) ?? {};
    };

    it("ORB-1 leads api, voice, www and the apex, proxied, to the address of the load balancer", () => {
        const [address, ...others] = publicAddress();
        assert.ok(address !== undefined && others.length === 0);
        const led = records().filter(({ content }) => content === `\${${address.urn}#address}`);
        assert.deepEqual(
            led.map(({ name }) => name),
            [...balancerHosts, "mva-voice.example"],
        );
        // The TTL of a proxied record is automatic, which Cloudflare writes 1.
        for (const { type, proxied, ttl } of led) assert.deepEqual([type, proxied, ttl], ["A", true, 1]);
    });

    it("ORB-1 leads the apex on to www, whatever was asked for there", () => {
        const { hostRedirect, httpsRedirect, redirectResponseCode, stripQuery } =
            routeOf("mva-voice.example").defaultUrlRedirect;
        assert.deepEqual(
            [hostRedirect, httpsRedirect, redirectResponseCode, stripQuery],
            ["www.mva-voice.example", true, "PERMANENT_REDIRECT", false],
        );
    });

    it("ORB-1 keeps a record for an hour where a record has a TTL: those that certificates are issued by", () => {
        const proofs = records().filter(({ type, comment }) => type === "CNAME" && /certificate/.test(comment ?? ""));
        assert.equal(proofs.length, balancerHosts.length + 1);
        for (const { proxied, ttl } of proofs) assert.deepEqual([proxied, ttl], [false, 3600]);
    });

    it("ORB-9 balances each service behind a host name of its own, reached through the load balancer alone", () => {
        const parts: readonly Part[] = ["VoiceApi", "VoiceGateway", "Web"];
        for (const [index, host] of balancerHosts.entries()) {
            const service = serviceOf(main(), parts[index] as Part);
            const backend = resourceAt(routeOf(host).defaultService);
            assert.equal(backend.inputs.loadBalancingScheme, "EXTERNAL_MANAGED");
            const endpoints = resourceAt(backend.inputs.backends[0].group);
            assert.deepEqual(endpoints.inputs.cloudRun, { service: service.inputs.name });
            assert.equal(service.inputs.ingress, "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER");
            const policy = resourceAt(backend.inputs.securityPolicy).inputs;
            assert.equal(policy.rules.at(-1).action, "deny(403)");
        }
    });

    it("ORB-9 checks each instance every 30 s and replaces it after 2 failures, by Cloud Run's own probes", () => {
        // A balancer takes no health check for a serverless back end; Cloud Run checks each instance itself.
        for (const part of ["VoiceApi", "VoiceGateway", "Web"] as const) {
            const { livenessProbe } = container(part);
            assert.deepEqual([livenessProbe.periodSeconds, livenessProbe.failureThreshold], [30, 2], part);
        }
        for (const { inputs } of ofType(main(), "gcp:compute/backendService:BackendService"))
            assert.equal(inputs.healthChecks, undefined);
    });

    it("ORB-9 lets the gateway find the API though the internet cannot, at the same address", () => {
        const [network] = serviceOf(main(), "VoiceGateway").inputs.template.vpcAccess.networkInterfaces;
        const zone = theOnly(main(), "gcp:dns/managedZone:ManagedZone").inputs;
        assert.equal(zone.dnsName, "run.app.");
        assert.equal(zone.privateVisibilityConfig.networks[0].networkUrl, network.network);
    });

    /**
     * Cloud Run has no setting for the number of instances that a rollout replaces at a time: it starts the new revision's
     * beside the old one's, waits for each by its startup probe, and moves the traffic when they are ready. What it needs
     * for that is in the plan.
     */
    it("ORB-12 updates without a gap: instances of the new revision answer before those of the old one leave", () => {
        for (const part of ["VoiceApi", "VoiceGateway", "Web"] as const) {
            const { template, traffics, scaling } = serviceOf(main(), part).inputs;
            // A revision of its own for each release: the old one is still there while the new one starts.
            assert.match(template.revision, /-[0-9a-f]{8}$/, part);
            assert.deepEqual(
                traffics.map(({ revision, percent }: { revision: string; percent: number }) => [revision, percent]),
                [[template.revision, 100]],
            );
            // No instance gets a request before it answers at /health.
            assert.equal(container(part).startupProbe.httpGet.path, "/health", part);
            // The least number is the service's: the traffic moves to as many instances as it had.
            assert.ok(scaling.minInstanceCount >= 2, part);
            assert.equal(template.scaling.minInstanceCount, undefined, part);
        }
        // The balancer points at services, never at a revision: an update changes nothing there.
        for (const { inputs } of ofType(main(), "gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup"))
            assert.equal(inputs.cloudRun.tag, undefined);
    });

    const settings = () =>
        Object.fromEntries(
            ofType(main(), "cloudflare:index/zoneSetting:ZoneSetting").map(({ inputs }) => [
                inputs.settingId,
                inputs.value,
            ]),
        );
    const rulesOf = (phase: string) => {
        const [only, ...others] = ofType(main(), "cloudflare:index/ruleset:Ruleset").filter(
            ({ inputs }) => inputs.phase === phase,
        );
        assert.ok(only !== undefined && others.length === 0, `expected one ruleset of ${phase}`);
        return only.inputs.rules;
    };

    it("ORB-2 has TLS to the servers with their certificate checked, TLS 1.2 or newer to visitors, HTTPS only", () => {
        const { ssl, always_use_https, min_tls_version, security_header } = settings();
        assert.deepEqual([ssl, always_use_https, min_tls_version], ["strict", "on", "1.2"]);
        assert.equal(security_header.strict_transport_security.enabled, true);
    });

    it("ORB-2 ORB-3 lets one stack alone write what holds for the whole zone", () => {
        const whole = /^cloudflare:index\/(zoneSetting|ruleset|emailRouting)/;
        for (const [stack, document] of Object.entries(plan.stacks))
            assert.equal(
                document.resources.some(({ type }) => whole.test(type)),
                stack === "main",
                stack,
            );
    });

    it("ORB-3 keeps scripts, styles and images at the edge and for 4 hours in a browser", () => {
        const { cache_level, browser_cache_ttl } = settings();
        assert.deepEqual([cache_level, browser_cache_ttl], ["aggressive", 4 * 3600]);
        const [{ expression, actionParameters }] = rulesOf("http_request_cache_settings");
        for (const extension of ["js", "css", "png", "jpg", "svg"]) assert.ok(expression.includes(`"${extension}"`));
        assert.equal(actionParameters.cache, true);
        assert.equal(actionParameters.browserTtl.default, 4 * 3600);
    });

    it("ORB-3 keeps no answer of an API or a voice gateway, of any environment: the last rule that matches holds", () => {
        const { expression, actionParameters } = rulesOf("http_request_cache_settings").at(-1);
        assert.equal(actionParameters.cache, false);
        const patterns = [...expression.matchAll(/(starts|ends)_with\(http\.host, "([^"]+)"\)/g)];
        const matches = (host: string) =>
            patterns.some(([, end, text]) => (end === "starts" ? host.startsWith(text) : host.endsWith(text)));
        for (const [stack, document] of Object.entries(plan.stacks)) {
            // A laptop is not behind the edge.
            if (document.outputs.hosts.length === 0) continue;
            const urls: Readonly<Record<string, string>> = document.outputs.urls;
            for (const part of ["api", "gateway"])
                assert.ok(matches(new URL(urls[part] ?? "").host), `${part} of ${stack}`);
            assert.ok(!matches(new URL(urls.web ?? "").host), `web of ${stack}`);
        }
    });

    it("ORB-4 has Cloudflare's managed rules and the OWASP core rules before every request", () => {
        const rules: readonly { action: string; expression: string; actionParameters: { id: string } }[] = rulesOf(
            "http_request_firewall_managed",
        );
        assert.deepEqual(
            rules.map(({ action, expression, actionParameters: { id } }) => [action, expression, id]),
            [
                ["execute", "true", "efb7b8c949ac4650a09736fc376e9aee"],
                ["execute", "true", "4814384a9e5d4991b9815dcfc25d2f1f"],
            ],
        );
    });

    it("ORB-4 refuses an address after 50 requests in 10 s", () => {
        const [{ action, ratelimit }, ...others] = rulesOf("http_ratelimit");
        assert.equal(others.length, 0);
        assert.equal(action, "block");
        assert.deepEqual([ratelimit.requestsPerPeriod, ratelimit.period], [50, 10]);
        assert.deepEqual(ratelimit.characteristics, ["cf.colo.id", "ip.src"]);
    });

    it("ORB-4 refuses at preview what the zone's plan cannot do", async () => {
        const refused = await planWith("main", "    plan: pro\n", "    plan: free\n    cache: { edgeTtl: 1h }\n");
        assert.deepEqual(atFault(refused), [["main", "ringfence:zone.cache.edgeTtl"]]);
    });

    it("ORB-5 forwards mail to admin@ to the operator", () => {
        const { matchers, actions } = theOnly(main(), "cloudflare:index/emailRoutingRule:EmailRoutingRule").inputs;
        assert.equal(matchers[0].value, "admin@mva-voice.example");
        assert.deepEqual(actions, [{ type: "forward", values: ["operator@mva.example"] }]);
        theOnly(main(), "cloudflare:index/emailRoutingDns:EmailRoutingDns");
    });

    it("ORB-6 runs two instances of the API on port 3000 with 1 CPU and 512 MB, asked at /health", () => {
        answers("VoiceApi", 3000);
    });

    it("ORB-6 gives the API DATABASE_URL, REDIS_URL and API_KEY_JWT_SECRET from the vault, NODE_ENV=production", () => {
        const { DATABASE_URL, REDIS_URL, API_KEY_JWT_SECRET, NODE_ENV } = variables("VoiceApi");
        assert.equal(DATABASE_URL, "vault:main-database-url");
        assert.equal(REDIS_URL, "vault:main-redis-url");
        assert.equal(API_KEY_JWT_SECRET, "vault:main-api-key-jwt-secret");
        assert.equal(NODE_ENV, "production");
    });

    it("ORB-7 runs two to four gateways on port 4001 with 1 CPU and 512 MB, asked at /health", () => {
        answers("VoiceGateway", 4001);
        const { scaling } = serviceOf(main(), "VoiceGateway").inputs;
        assert.deepEqual(scaling, { minInstanceCount: 2, maxInstanceCount: 4 });
    });

    it("ORB-7 gives the gateway Gemini, Redis and the API's address, at the port that callers use", () => {
        const { GEMINI_API_KEY, GEMINI_MODEL, REDIS_URL, API_HOST = "", API_PORT } = variables("VoiceGateway");
        assert.equal(GEMINI_API_KEY, "vault:main-gemini-api-key");
        assert.equal(GEMINI_MODEL, "gemini-2.0-flash");
        assert.equal(REDIS_URL, "vault:main-redis-url");
        assert.ok(API_HOST.includes(serviceOf(main(), "VoiceApi").urn), API_HOST);
        // The container listens on 3000; Cloud Run takes callers on 443 only.
        assert.equal(API_PORT, "443");
    });

    it("ORB-7 keeps calls in Redis, so no session has to stick to an instance", () => {
        assert.equal(variables("VoiceGateway").SESSION_STORE, "redis");
        assert.equal(serviceOf(main(), "VoiceGateway").inputs.template.sessionAffinity, false);
    });

    it("ORB-8 runs two instances of the front end on port 3001 with 1 CPU and 512 MB, asked at /health", () => {
        answers("Web", 3001);
    });

    it("ORB-8 tells the front end https://api.<domain> and wss://voice.<domain>", () => {
        const { NEXT_PUBLIC_API_URL, NEXT_PUBLIC_VOICE_GATEWAY_URL } = variables("Web");
        assert.equal(NEXT_PUBLIC_API_URL, "https://api.mva-voice.example");
        assert.equal(NEXT_PUBLIC_VOICE_GATEWAY_URL, "wss://voice.mva-voice.example");
    });

    it("ORB-10 has PostgreSQL with 20 GB, a backup every day of which seven are kept, by TLS alone", () => {
        const servers = ofType(main(), "gcp:sql/databaseInstance:DatabaseInstance");
        const { settings } = servers.find(({ inputs }) => inputs.masterInstanceName === undefined)?.inputs ?? {};
        assert.equal(settings.diskSize, 20);
        const { enabled, backupRetentionSettings } = settings.backupConfiguration;
        assert.deepEqual([enabled, backupRetentionSettings.retainedBackups], [true, 7]);
        for (const { inputs } of servers) {
            assert.equal(inputs.settings.ipConfiguration.sslMode, "ENCRYPTED_ONLY");
            assert.equal(inputs.settings.ipConfiguration.ipv4Enabled, false);
        }
    });

    it("ORB-10 has Redis in the standard tier with 1 GB, by TLS alone", () => {
        const { tier, memorySizeGb, transitEncryptionMode } = theOnly(main(), "gcp:redis/instance:Instance").inputs;
        assert.deepEqual([tier, memorySizeGb, transitEncryptionMode], ["STANDARD_HA", 1, "SERVER_AUTHENTICATION"]);
    });

    it("ORB-11 gives every service its secrets by reference to the vault of its own environment", () => {
        for (const [stack, document] of Object.entries(plan.stacks)) {
            const known = ofType(document, "gcp:secretmanager/secret:Secret").map(({ inputs }) => inputs.secretId);
            for (const service of ofType(document, serviceType)) {
                for (const [name, value] of Object.entries(variablesOf(service))) {
                    const where = `${name} of ${service.name}`;
                    if (/SECRET|PASSWORD|_KEY$|^(DATABASE|REDIS)_URL/.test(name)) assert.match(value, /^vault:/, where);
                    if (value.startsWith("vault:")) assert.ok(known.includes(value.slice("vault:".length)), where);
                }
                assert.deepEqual(service.secrets, [], `${service.name} of ${stack} holds a secret itself`);
            }
            assert.deepEqual(mandatory(document), []);
        }
    });

    it("ORB-11 shows no secret value in a plan: what the vault is given is a reference or masked", () => {
        for (const document of Object.values(plan.stacks)) {
            for (const { name, inputs } of ofType(document, "gcp:secretmanager/secretVersion:SecretVersion")) {
                const clear = inputs.secretData.replaceAll(/\$\{[^}]+\}|\[secret\]/g, "");
                assert.equal(clear, "", name);
            }
        }
    });

    it("ORB-11 makes every secret of production due within 90 days, save for certificates, and acts on it", () => {
        const stack = main();
        const topic = called(stack, "main-cloud-rotation-topic");
        const secrets = ofType(stack, "gcp:secretmanager/secret:Secret");
        const due = secrets.filter(({ inputs }) => inputs.rotation !== undefined);
        for (const { name, inputs } of due) {
            assert.ok(Number.parseInt(inputs.rotation.rotationPeriod, 10) <= 90 * 86400, name);
            assert.equal(inputs.rotation.nextRotationTime, "2027-02-01T04:00:00Z", name);
            assert.deepEqual(inputs.topics, [{ name: `\${${topic.urn}#id}` }], name);
        }
        const never = secrets.filter((secret) => !due.includes(secret)).map(({ inputs }) => inputs.secretId);
        assert.deepEqual(never, ["main-redis-ca-cert"]);

        const renewal = (id: string) => secrets.find(({ inputs }) => inputs.secretId === id)?.inputs.labels.renewal;
        assert.equal(renewal("main-api-key-jwt-secret"), "generated");
        assert.equal(renewal("main-vonage-private-key"), "supplied");
        // A message can change neither a server's password nor who uses it: raising the generation does.
        for (const id of ["main-database-url", "main-database-replica-urls"]) assert.equal(renewal(id), "wired");
        assert.equal(renewal("main-redis-url"), "server");
    });

    it("ORB-11 lets Secret Manager announce what is due before a secret says where, and starts a workflow for it", () => {
        const stack = main();
        const topic = called(stack, "main-cloud-rotation-topic");
        const publisher = called(stack, "main-cloud-rotation-publisher");
        assert.equal(publisher.inputs.role, "roles/pubsub.publisher");
        assert.match(publisher.inputs.member, /secretmanager-agent#member\}$/);
        for (const { name, inputs, dependencies } of ofType(stack, "gcp:secretmanager/secret:Secret"))
            if (inputs.rotation !== undefined) assert.ok(dependencies.includes(publisher.urn), name);

        const workflow = theOnly(stack, "gcp:workflows/workflow:Workflow");
        const { transport, destination } = theOnly(stack, "gcp:eventarc/trigger:Trigger").inputs;
        assert.deepEqual(transport, { pubsub: { topic: `\${${topic.urn}#id}` } });
        assert.deepEqual(destination, { workflow: `\${${workflow.urn}#id}` });
        const adds = ofType(stack, "gcp:secretmanager/secretIamMember:SecretIamMember").filter(
            ({ inputs }) => inputs.role === "roles/secretmanager.secretVersionAdder",
        );
        assert.deepEqual(
            adds.map(({ name }) => name),
            ["main-vault-api-key-jwt-secret-renewal"],
            "the workflow adds versions to what the program made up, and to nothing else",
        );
    });

    it("ORB-11 makes a new database password, and instances that read it, when the generation is raised", async () => {
        const raised = stackOf(
            await planWith("main", 'next: "2027-02-01T04:00:00Z"', 'next: "2027-02-01T04:00:00Z"\n    generation: 2'),
            "main",
        );
        const password = ({ resources }: typeof raised) =>
            resources.find(({ name }) => name === "main-database-password")?.inputs.keepers;
        assert.deepEqual([password(main()), password(raised)], [undefined, { generation: "2" }]);
        const revision = (stack: typeof raised, part: Part) => serviceOf(stack, part).inputs.template.revision;
        for (const part of ["VoiceApi", "VoiceGateway"] as const)
            assert.notEqual(revision(raised, part), revision(main(), part), part);
        assert.equal(revision(raised, "Web"), revision(main(), "Web"), "the front end reads no secret");
    });

    it("ORB-18 rolls back by sending the traffic to an earlier revision, and touches no database", async () => {
        const revision = "voice-agent-main-r-earlier";
        const back = stackOf(
            await planWith("main", "    name: r0", `    name: r0\n    serving: { api: ${revision} }`),
            "main",
        );
        const { template, traffics } = serviceOf(back, "VoiceApi").inputs;
        assert.deepEqual(
            traffics.map((target: { revision: string; percent: number }) => [target.revision, target.percent]),
            [[revision, 100]],
        );
        assert.deepEqual(template, serviceOf(main(), "VoiceApi").inputs.template);
        const others = ({ resources }: typeof back) => resources.filter(({ name }) => name !== "main-api-service");
        assert.deepEqual(others(back), others(main()));
    });

    it("ORB-22 lets a workflow push the image and deploy each stack, in the order of their tiers", () => {
        const jobs = (file: string) => parse(readFileSync(join(root, ".github/workflows", file), "utf8")).jobs;
        const { image, deploy, promote } = jobs("deploy.yml");
        assert.deepEqual([image.uses, image.with.stack], ["./.github/workflows/image.yml", "beta"]);
        assert.ok(deploy.needs.includes("image") && promote.needs.includes("deploy"));
        const stacks = Object.entries(plan.stacks)
            .filter(([, { outputs }]) => outputs.delivery !== undefined)
            .map(([name, { tier }]) => ({ name, tier: tier as Tier }));
        const order = ["beta", "staging", "main"].map((name) => {
            const stack = stacks.find((one) => one.name === name);
            assert.ok(stack);
            return [below(stacks, stack)?.name, name, next(stacks, stack)?.name];
        });
        assert.deepEqual(order, [
            [undefined, "beta", "staging"],
            ["beta", "staging", "main"],
            ["staging", "main", undefined],
        ]);
        assert.ok(stacks.every(({ name }) => stackOf(plan, name).outputs.delivery.provider !== undefined));
    });
});
