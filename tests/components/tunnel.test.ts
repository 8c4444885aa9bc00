import { strict as assert } from "node:assert";
import { Dns, Tunnel } from "../../components";
import { DockerHost } from "../../platforms/docker";
import { named, ofType, planned, type Registered, theOnly } from "../platforms/engine";

const accountId = "9a7806061c88ada191ed06f989cc3dac";
const zoneId = "023e105f4ecef8ad9ca31a8372d0c353";
const ingress = {
    "voice.acme.example": "http://192.168.120.12:3100",
    "staging-voice.acme.example": "http://192.168.120.12:3101",
};
const host = () =>
    new DockerHost("host", { environment: "shared", tier: "shared", host: "unix:///var/run/docker.sock" });
const planTunnel = (adopt?: string): Promise<readonly Registered[]> =>
    planned(() => new Tunnel("tunnel", { platform: host(), tunnel: "office", accountId, ingress, adopt }));

const tunnelType = "cloudflare:index/zeroTrustTunnelCloudflared:ZeroTrustTunnelCloudflared";
const configurationType = "cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig";

describe("a tunnel, alone in a bare program", () => {
    it("ORA-4 leads each host name to its address, and whatever else comes to nobody", async () => {
        const { inputs } = theOnly(await planTunnel(), configurationType);
        assert.deepEqual(inputs.config.ingresses, [
            { hostname: "staging-voice.acme.example", service: "http://192.168.120.12:3101" },
            { hostname: "voice.acme.example", service: "http://192.168.120.12:3100" },
            { service: "http_status:404" },
        ]);
        assert.equal(inputs.tunnelId, "tunnel-cloudflare-tunnel-id");
    });

    it("is configured by Cloudflare, protected, and has no secret that the program knows", async () => {
        const { inputs, protect, adopts } = theOnly(await planTunnel(), tunnelType);
        assert.deepEqual(inputs, { accountId, name: "office", configSrc: "cloudflare" });
        assert.deepEqual([protect, adopts], [true, ""]);
    });

    it("takes over one that exists, and does not make it anew for what is not read", async () => {
        const id = "6ff42ae2-765d-4adf-8112-31c55c1551ef";
        const { adopts, protect, ignoreChanges } = theOnly(await planTunnel(id), tunnelType);
        assert.deepEqual([adopts, protect], [`${accountId}/${id}`, true]);
        assert.deepEqual(ignoreChanges, ["configSrc", "tunnelSecret"]);
    });

    it("has a connector that finds its token in a file, publishes nothing, and is asked whether it is connected", async () => {
        const resources = await planTunnel();
        const connector = named(resources, "tunnel-connector");
        assert.deepEqual(connector.inputs.envs, ["TUNNEL_TOKEN_FILE=/run/secrets/tunnel-token"]);
        assert.deepEqual(connector.inputs.command, ["tunnel", "--metrics", "127.0.0.1:20241", "run"]);
        assert.deepEqual(connector.inputs.healthcheck.tests.slice(-1), ["ready"]);
        assert.deepEqual([connector.inputs.ports, connector.inputs.name], [undefined, undefined]);
        assert.equal(connector.hasSecrets, false);
        const carrier = named(resources, "tunnel-token-files");
        assert.equal(carrier.hasSecrets, true);
        assert.deepEqual(
            carrier.inputs.uploads.map(({ file, content }: Record<string, unknown>) => [file, content]),
            [["/run/secrets/tunnel-token", "opens-the-tunnel"]],
        );
    });

    it("ORA-4 leaves environments a proxied record for each of their own host names", async () => {
        const resources = await planned(
            () =>
                new Dns("dns", {
                    platform: { environment: "staging" },
                    accountId,
                    zoneId,
                    origins: { "staging-voice.acme.example": "http://api-staging:3000" },
                    tunnel: "f00d.cfargotunnel.com",
                }),
        );
        const records = ofType(resources, "cloudflare:index/dnsRecord:DnsRecord").map(({ inputs }) => inputs);
        assert.deepEqual(records, [
            {
                zoneId,
                name: "staging-voice.acme.example",
                type: "CNAME",
                content: "f00d.cfargotunnel.com",
                ttl: 1,
                proxied: true,
                comment: "Environment staging, served by a tunnel",
            },
        ]);
    });
});
