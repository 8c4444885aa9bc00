import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { entries } from "../../../policy/views";
import { preProduction } from "../environments";
import { output, resource, scope } from "../facts-builders";

const hosts = (type: string, inputs: Readonly<Record<string, Value>>) =>
    entries(scope(preProduction(), [resource(preProduction(), type, "it", inputs)])).map(({ host }) => host);
const record = (type: string, name: string) => hosts("cloudflare:index/dnsRecord:DnsRecord", { type, name });

describe("a host name is an entry", () => {
    for (const type of ["A", "AAAA", "CNAME", "HTTPS", "SVCB"]) {
        it(`of a record of type ${type}`, () =>
            assert.deepEqual(record(type, "API.example.com."), ["api.example.com"]));
    }
    it("of Google's DNS", () => {
        assert.deepEqual(hosts("gcp:dns/recordSet:RecordSet", { type: "A", name: "api.example.com." }), [
            "api.example.com",
        ]);
    });
    it("of a load balancer", () => {
        const hostRules = [{ hosts: ["a.example.com", "b.example.com"], pathMatcher: "a" }];
        for (const type of ["gcp:compute/uRLMap:URLMap", "gcp:compute/regionUrlMap:RegionUrlMap"])
            assert.deepEqual(hosts(type, { hostRules }), ["a.example.com", "b.example.com"]);
    });
    it("of a Worker's route, without scheme, wildcard and path", () => {
        const route = "cloudflare:index/workersRoute:WorkersRoute";
        assert.deepEqual(hosts(route, { pattern: "https://*.example.com/v1/*" }), ["example.com"]);
    });
    it("of a Worker's own domain, a Cloud Run mapping and an ingress", () => {
        assert.deepEqual(
            hosts("cloudflare:index/workersCustomDomain:WorkersCustomDomain", { hostname: "a.example.com" }),
            ["a.example.com"],
        );
        assert.deepEqual(hosts("gcp:cloudrun/domainMapping:DomainMapping", { name: "a.example.com" }), [
            "a.example.com",
        ]);
        assert.deepEqual(
            hosts("kubernetes:networking.k8s.io/v1:Ingress", { spec: { rules: [{ host: "a.example.com" }, {}] } }),
            ["a.example.com"],
        );
    });
});

describe("a host name is no entry", () => {
    for (const type of ["MX", "TXT", "CAA", "NS"]) {
        it(`of a record of type ${type}`, () => assert.deepEqual(record(type, "example.com"), []));
    }
    it("in a zone that only the own network asks", () => {
        const staging = preProduction();
        const zone = (visibility: string) =>
            resource(staging, "gcp:dns/managedZone:ManagedZone", "zone", { name: "zone", visibility });
        const hostsIn = (visibility: string) =>
            entries(
                scope(staging, [
                    zone(visibility),
                    resource(staging, "gcp:dns/recordSet:RecordSet", "it", {
                        managedZone: output(zone(visibility), "name"),
                        name: "*.run.app.",
                        type: "A",
                    }),
                ]),
            ).map(({ host }) => host);
        assert.deepEqual(hostsIn("private"), []);
        assert.deepEqual(hostsIn("public"), ["run.app"]);
    });
    it("where it proves ownership", () => assert.deepEqual(record("CNAME", "_acme-challenge.example.com"), []));
});
