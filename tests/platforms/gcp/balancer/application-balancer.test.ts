import { strict as assert } from "node:assert";
import type { Tier } from "../../../../environment";
import { seconds } from "../../../../environment/units";
import type { Balancer } from "../../../../platforms/platform";
import { plannedOn } from "../../cloud";
import { named, ofType, type Registered, theOnly } from "../../engine";
import { plainService } from "../../service-args";

interface Asked {
    readonly tier?: Tier;
    readonly firewall?: boolean;
}

/** A balancer before an API and a front end, with the apex led to the latter. */
async function planBalancer({ tier = "production", firewall = false }: Asked = {}) {
    let balancer: Balancer | undefined;
    const resources = await plannedOn(tier, (platform, parent) => {
        const service = (name: string) =>
            platform.service(name, { ...plainService, serviceName: `${name}-dev`, reachedBy: "balancer" }, parent);
        balancer = platform.balancer(
            "balancer",
            {
                services: {
                    api: {
                        host: "api.example.com",
                        service: service("api"),
                        webSocket: false,
                        timeout: seconds("60s"),
                    },
                    web: {
                        host: "www.example.com",
                        service: service("web"),
                        webSocket: false,
                        timeout: seconds("60s"),
                    },
                },
                redirects: { "example.com": "www.example.com" },
                elsewhere: "www.example.com",
                firewall,
            },
            parent,
        );
    });
    assert.ok(balancer);
    return { resources, balancer };
}
const planned = async (asked: Asked = {}): Promise<readonly Registered[]> => (await planBalancer(asked)).resources;
const addressType = "gcp:compute/globalAddress:GlobalAddress";
const backendType = "gcp:compute/backendService:BackendService";

describe("a load balancer on Google Cloud", () => {
    it("ORB-9 has one back end for each service, whichever revision answers", async () => {
        const resources = await planned();
        assert.deepEqual(
            ofType(resources, "gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup").map(({ inputs }) => [
                inputs.networkEndpointType,
                inputs.region,
                inputs.cloudRun,
            ]),
            ["api-dev", "web-dev"].map((service) => ["SERVERLESS", "europe-west2", { service }]),
        );
        for (const { inputs } of ofType(resources, backendType)) {
            assert.equal(inputs.loadBalancingScheme, "EXTERNAL_MANAGED");
            assert.equal(inputs.securityPolicy, "balancer-policy-id");
        }
    });

    it("asks nothing of a serverless back end that it refuses or passes over", async () => {
        for (const { inputs } of ofType(await planned(), backendType))
            for (const key of ["healthChecks", "timeoutSec", "portName", "sessionAffinity"])
                assert.ok(!(key in inputs), key);
    });

    it("ORB-1 sends each host name to its service, the apex to www, and any other to nobody's service", async () => {
        const { hostRules, pathMatchers, defaultUrlRedirect, ...others } = named(
            await planned(),
            "balancer-routes",
        ).inputs;
        assert.deepEqual(
            hostRules.map(({ hosts, pathMatcher }: { hosts: string[]; pathMatcher: string }) => [hosts, pathMatcher]),
            [
                [["api.example.com"], "api"],
                [["www.example.com"], "web"],
                [["example.com"], "from-example-com"],
            ],
        );
        const [api, web, apex] = pathMatchers;
        assert.equal(api.defaultService, "balancer-api-backend-id");
        assert.equal(web.defaultService, "balancer-web-backend-id");
        assert.deepEqual(apex.defaultUrlRedirect, {
            hostRedirect: "www.example.com",
            httpsRedirect: true,
            redirectResponseCode: "PERMANENT_REDIRECT",
            stripQuery: false,
        });
        assert.equal(defaultUrlRedirect.hostRedirect, "www.example.com");
        assert.ok(!("defaultService" in others));
    });

    it("ORB-2 answers in clear with the way to HTTPS only, and speaks TLS 1.2 or later", async () => {
        const resources = await planned();
        const inClear = theOnly(resources, "gcp:compute/targetHttpProxy:TargetHttpProxy").inputs;
        assert.equal(inClear.urlMap, "balancer-to-https-id");
        const { project, name, ...redirects } = named(resources, "balancer-to-https").inputs;
        assert.deepEqual([project, name], ["acme-voice-dev", "balancer-to-https-dev"]);
        assert.deepEqual(redirects, {
            defaultUrlRedirect: {
                httpsRedirect: true,
                redirectResponseCode: "PERMANENT_REDIRECT",
                stripQuery: false,
            },
        });
        const overTls = theOnly(resources, "gcp:compute/targetHttpsProxy:TargetHttpsProxy").inputs;
        assert.equal(overTls.sslPolicy, "balancer-tls-id");
        const { minTlsVersion, profile } = theOnly(resources, "gcp:compute/sSLPolicy:SSLPolicy").inputs;
        assert.deepEqual([minTlsVersion, profile], ["TLS_1_2", "MODERN"]);
    });

    it("listens at one IPv4 address, on 443 and 80", async () => {
        const resources = await planned();
        const { addressType: kind, ipVersion } = theOnly(resources, addressType).inputs;
        assert.deepEqual([kind, ipVersion], ["EXTERNAL", "IPV4"]);
        for (const [port, proxy] of [
            ["443", "https"],
            ["80", "http"],
        ] as const) {
            const { portRange, ipAddress, target, loadBalancingScheme } = named(
                resources,
                `balancer-port-${port}`,
            ).inputs;
            assert.deepEqual(
                [portRange, ipAddress, target, loadBalancingScheme],
                [port, "balancer-address-id", `balancer-${proxy}-id`, "EXTERNAL_MANAGED"],
            );
        }
    });

    it("has a certificate for each host name, whose ownership a record of the project's own proves", async () => {
        const { resources, balancer } = await planBalancer();
        const hosts = ["api.example.com", "www.example.com", "example.com"];
        assert.deepEqual(balancer.hosts, hosts);
        const authorizations = ofType(resources, "gcp:certificatemanager/dnsAuthorization:DnsAuthorization");
        assert.deepEqual(
            authorizations.map(({ inputs }) => [inputs.domain, inputs.type]),
            hosts.map((host) => [host, "PER_PROJECT_RECORD"]),
        );
        for (const [index, host] of hosts.entries()) {
            const { managed } = named(resources, `balancer-${host}-certificate`).inputs;
            assert.deepEqual(managed, { domains: [host], dnsAuthorizations: [`balancer-${host}-ownership-id`] });
            const { hostname, certificates, map } = named(resources, `balancer-${host}-entry`).inputs;
            assert.deepEqual(
                [hostname, certificates, map],
                [host, [`balancer-${host}-certificate-id`], "balancer-certificates-dev"],
            );
            assert.equal(balancer.proofs[index]?.host, host);
        }
        assert.equal(
            theOnly(resources, "gcp:compute/targetHttpsProxy:TargetHttpsProxy").inputs.certificateMap,
            "//certificatemanager.googleapis.com/balancer-certificates-id",
        );
    });

    it("has no certificate for a host name that is not its own", async () => {
        for (const { inputs } of ofType(
            await planned(),
            "gcp:certificatemanager/certificateMapEntry:CertificateMapEntry",
        ))
            assert.ok(!("matcher" in inputs));
    });

    it("writes down each request above the sandbox", async () => {
        const logged = async (tier: Tier) =>
            ofType(await planned({ tier }), backendType).map(({ inputs }) => inputs.logConfig.enable);
        assert.deepEqual(await logged("sandbox"), [false, false]);
        assert.deepEqual(await logged("pre-production"), [true, true]);
        assert.deepEqual(await logged("production"), [true, true]);
    });

    it("says whose it is wherever that can be said, in names that Google Cloud takes", async () => {
        const resources = (await planned()).filter(({ name }) => name.startsWith("balancer-"));
        assert.ok(resources.length > 20);
        for (const { type, name, inputs, parent } of resources) {
            assert.equal(inputs.project, "acme-voice-dev", name);
            assert.match(inputs.name, /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/, name);
            assert.equal(parent, "parent");
            if (/globalAddress|ForwardingRule|securityPolicy|certificatemanager/.test(type))
                assert.equal(inputs.labels?.environment, "dev", name);
        }
    });

    it("waits for the APIs that it uses", async () => {
        const resources = await planned();
        assert.ok(theOnly(resources, addressType).dependsOn.includes("cloud-compute-api"));
        assert.ok(named(resources, "balancer-certificates").dependsOn.includes("cloud-certificatemanager-api"));
    });
});
