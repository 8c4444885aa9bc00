import assert from "node:assert/strict";
import type { Environment } from "../../../environment";
import { isDeclaredIngress } from "../../../policy/declared/tunnel";
import type { Value } from "../../../policy/facts";
import { production } from "../environments";
import { resource } from "../facts-builders";

const ingress = { "voice.acme.example": "http://192.168.120.12:3100" };
const tunnel = { name: "office", accountId: "1".repeat(32), ingress };
const shared: Pick<Environment, "tier" | "tunnel"> = { tier: "shared", tunnel };
const type = "cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig";
const line = { hostname: "voice.acme.example", service: "http://192.168.120.12:3100" };
const rest = { service: "http_status:404" };

const led = (ingresses: readonly Value[], environment = shared, as = type): boolean =>
    isDeclaredIngress(environment, resource(production(), as, "configuration", { config: { ingresses } }));

describe("a declared tunnel", () => {
    it("ORA-4 may name the host names of environments as its stack file does", () => {
        assert.equal(led([line, rest]), true);
    });
    it("may name no other, and lead none elsewhere", () => {
        assert.equal(led([line, { ...line, hostname: "api.acme.example" }, rest]), false);
        assert.equal(led([{ ...line, service: "http://192.168.120.12:3101" }, rest]), false);
    });
    it("is the configuration of a shared stack's tunnel and nothing else", () => {
        assert.equal(led([line, rest], { tier: "production", tunnel }), false);
        assert.equal(led([line, rest], { tier: "shared", tunnel: undefined }), false);
        assert.equal(led([line, rest], shared, "cloudflare:index/dnsRecord:DnsRecord"), false);
    });
});
