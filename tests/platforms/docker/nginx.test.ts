import { strict as assert } from "node:assert";
import { isDeepStrictEqual } from "node:util";
import type { Front } from "../../../environment";
import { seconds } from "../../../environment/units";
import type { BalancerArgs } from "../../../platforms/platform";
import { ofType } from "../engine";
import { plainService } from "../service-args";
import { containerType, type Made, made, plannedOnHost, textsOf, variablesOf, volumeType } from "./host";

const inClear: Front = { address: "127.0.0.1", port: 8080, name: "localhost", routes: "paths", tls: { from: "edge" } };
const secure = (tls: Front["tls"], more: Partial<Front> = {}): Front => ({
    ...inClear,
    address: "203.0.113.7",
    port: 443,
    redirectFrom: 80,
    tls,
    ...more,
});
const fromFiles: Front["tls"] = {
    from: "files",
    folder: "/etc/ssl/voice",
    certificate: "fullchain.pem",
    key: "privkey.pem",
};

const behind = (front: Front, more: Partial<BalancerArgs> = {}) =>
    plannedOnHost(
        (host, parent) => {
            const api = host.service("api", plainService, parent);
            const gateway = host.service(
                "gateway",
                { ...plainService, serviceName: "gateway-dev", port: 4001 },
                parent,
            );
            const host443 = "voice.example";
            const services: BalancerArgs["services"] = {
                api: { host: host443, prefix: "/api/", service: api, webSocket: false, timeout: seconds("60s") },
                gateway: {
                    host: host443,
                    prefix: "/voice/",
                    service: gateway,
                    webSocket: true,
                    timeout: seconds("1h"),
                },
            };
            host.balancer("front", { services, redirects: {}, firewall: false, ...more }, parent);
        },
        { front },
    );
const server = (resources: readonly Made[]): Made => made(resources, "front-server");
const published = (resources: readonly Made[]) =>
    server(resources).inputs.ports.map(({ ip, external, internal }: Port) => [ip, external, internal]);
const configuration = (resources: readonly Made[]): string =>
    textsOf(made(resources, "front-configuration-files"))["/configuration/nginx.conf"] ?? "";

describe("the front on a Docker host", () => {
    it("is the one container that publishes ports", async () => {
        const resources = await behind(secure({ from: "self-signed" }));
        const publishing = ofType(resources, containerType).filter(({ inputs }) => inputs.ports !== undefined);
        assert.deepEqual(
            publishing.map(({ name }) => name),
            ["front-server"],
        );
    });

    it("publishes its port at the address that is said, in clear where TLS ends at the edge", async () => {
        assert.deepEqual(published(await behind(inClear)), [["127.0.0.1", 8080, 8080]]);
    });

    it("publishes TLS at its port, and what leads there only where that is asked for", async () => {
        assert.deepEqual(published(await behind(secure(fromFiles))), [
            ["203.0.113.7", 80, 8080],
            ["203.0.113.7", 443, 8443],
        ]);
        assert.deepEqual(published(await behind(secure(fromFiles, { redirectFrom: undefined }))), [
            ["203.0.113.7", 443, 8443],
        ]);
    });

    it("is one at a time, since it holds a port of the host, and in the services' network alone", async () => {
        const { inputs, opts } = server(await behind(inClear));
        assert.equal(inputs.name, "voice-dev-front");
        assert.equal(opts.deleteBeforeReplace, true);
        assert.deepEqual(inputs.networksAdvanced, [{ name: "voice-dev-services", aliases: ["voice-dev-front"] }]);
    });

    it("is nobody with rights: its own user, no capability, a root that cannot be written", async () => {
        const { user, capabilities, readOnly } = server(await behind(inClear)).inputs;
        assert.deepEqual([user, capabilities, readOnly], ["101:101", { drops: ["ALL"], adds: [] }, true]);
    });

    it("VOX-1 has its configuration in a volume that stays, so that another one does not replace it", async () => {
        const calm = await behind(inClear);
        const bent = await behind(inClear, { redirects: { "old.example": "voice.example" } });
        assert.notEqual(configuration(calm), configuration(bent));
        assert.deepEqual(server(calm).inputs, server(bent).inputs);
        const { volumes } = server(calm).inputs;
        assert.ok(
            volumes.some(
                ({ containerPath, volumeName, readOnly }: Mounted) =>
                    containerPath === "/configuration" &&
                    volumeName === "voice-dev-front-configuration" &&
                    readOnly === true,
            ),
        );
        assert.equal(variablesOf(server(calm)).CONFIGURATION, "/configuration/nginx.conf");
        assert.ok(server(calm).dependsOn.includes("front-configuration-files"));
    });

    it("names services by their aliases, so that a release leaves it as it is", async () => {
        const text = configuration(await behind(inClear));
        assert.match(text, /set \$upstream voice-api-dev:3000;/);
        assert.match(text, /set \$upstream gateway-dev:4001;/);
        assert.doesNotMatch(text, /c0ffee|r1/);
    });

    it("starts when its services are healthy", async () => {
        const { dependsOn } = server(await behind(inClear));
        for (const name of ["api-container-1", "gateway-container-1"]) assert.ok(dependsOn.includes(name), name);
    });

    it("ends on SIGQUIT, when requests have ended", async () => {
        const { stopSignal, destroyGraceSeconds } = server(await behind(inClear)).inputs;
        assert.deepEqual([stopSignal, destroyGraceSeconds], ["SIGQUIT", 30]);
    });

    describe("with a certificate", () => {
        const makers = (resources: readonly Made[]) =>
            resources.filter(({ name }) => name === "front-certificate-maker");
        const volumes = (resources: readonly Made[]): readonly string[] =>
            ofType(resources, volumeType).map(({ inputs }) => inputs.name.replace("voice-dev-", ""));

        it("from files of the host reads them there, and makes none", async () => {
            const resources = await behind(secure(fromFiles));
            assert.deepEqual(server(resources).inputs.volumes.at(-1), {
                hostPath: "/etc/ssl/voice",
                containerPath: "/certificates",
                readOnly: true,
            });
            assert.deepEqual([makers(resources), volumes(resources)], [[], ["front-configuration"]]);
        });

        it("of its own waits for the container that signs it, which alone may write it", async () => {
            const resources = await behind(secure({ from: "self-signed" }));
            const maker = made(resources, "front-certificate-maker");
            assert.equal(maker.inputs.image, server(resources).inputs.image);
            assert.equal(maker.inputs.wait, true);
            assert.ok(server(resources).dependsOn.includes(maker.name));
            assert.equal(variablesOf(maker).CERTIFICATE_HOSTS, "voice.example");
            const mount = (container: Made) =>
                container.inputs.volumes.find(({ containerPath }: Mounted) => containerPath === "/certificates");
            assert.equal(mount(maker).readOnly, undefined);
            assert.equal(mount(server(resources)).readOnly, true);
            assert.deepEqual(volumes(resources).toSorted(), ["certificates", "front-configuration"]);
        });

        it("from an authority is up before it, since the authority asks over HTTP first", async () => {
            const resources = await behind(secure({ from: "acme", email: "operator@voice.example" }));
            const maker = made(resources, "front-certificate-maker");
            assert.match(maker.inputs.image, /^certbot\/certbot:v[\d.]+@sha256:/);
            assert.equal(maker.inputs.wait, false);
            assert.ok(!server(resources).dependsOn.includes(maker.name));
            assert.equal(variablesOf(maker).ACME_EMAIL, "operator@voice.example");
            assert.deepEqual(volumes(resources).toSorted(), ["certificates", "challenges", "front-configuration"]);
        });

        it("from an authority of one's own trusts the root certificate that the host has", async () => {
            const own = { server: "https://ca.voice.example/directory", root: "/etc/step-ca/root.pem" };
            const maker = made(
                await behind(secure({ from: "acme", email: "operator@voice.example", ...own })),
                "front-certificate-maker",
            );
            assert.deepEqual(
                [variablesOf(maker).ACME_SERVER, variablesOf(maker).REQUESTS_CA_BUNDLE],
                [own.server, "/authority/root.pem"],
            );
            const mounted = { hostPath: "/etc/step-ca", containerPath: "/authority", readOnly: true };
            assert.ok(maker.inputs.volumes.some((volume: Mounted) => isDeepStrictEqual(volume, mounted)));
        });

        it("from none, where TLS ends at the edge, speaks no TLS", async () => {
            const resources = await behind(inClear);
            assert.deepEqual([makers(resources), volumes(resources)], [[], ["front-configuration"]]);
            assert.doesNotMatch(configuration(resources), /ssl_certificate/);
        });
    });

    it("is what an environment on Docker is reached by: without one there is no way in", async () => {
        await assert.rejects(
            plannedOnHost((host, parent) =>
                host.balancer("front", { services: {}, redirects: {}, firewall: false }, parent),
            ),
            /describe ringfence:front/,
        );
    });
});

interface Port {
    readonly ip: string;
    readonly external: number;
    readonly internal: number;
}
interface Mounted {
    readonly containerPath?: string;
    readonly volumeName?: string;
    readonly readOnly?: boolean;
}
