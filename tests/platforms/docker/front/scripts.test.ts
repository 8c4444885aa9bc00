import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { frontConfiguration, inContainer } from "../../../../platforms/docker/front/configuration";
import { BackEnd } from "./back-end";
import { at, onPremises, overTls } from "./fronts";
import { NamesServer } from "./names-server";
import { forThisNginx, freePort, nginx, missing as noNginx } from "./nginx";
import { Scene } from "./script";
import { describeWith, present, until } from "./tools";
import { Call, servedAt } from "./visitor";

const missing = [...(present("openssl", "version") ? [] : ["openssl"]), ...(present("sh", "-c", ":") ? [] : ["sh"])];

describeWith(missing, "the scripts of the front", () => {
    let scene: Scene;
    const withScene = (variables: Readonly<Record<string, string>>) => {
        scene = new Scene(variables);
        return scene;
    };
    afterEach(() => scene.end());
    const namesIn = (file: string): string =>
        spawnSync("openssl", ["x509", "-noout", "-ext", "subjectAltName", "-in", scene.path(file)], {
            encoding: "utf8",
        }).stdout;

    describe("ORB-14 with certificates from files", () => {
        const fromFiles = { CERTIFICATE_FROM: "files", CERTIFICATE_ORIGIN: "/srv/tls on the host (a.pem, a.key)" };

        it("say which file is missing, where and what to do, wait for it, and then start nginx", async () => {
            const { says, notes } = withScene(fromFiles);
            scene.start("start.sh");
            await says(
                /nginx waits: \S+certificates\/certificate\.pem is missing\. Put the certificate .*\/srv\/tls on the host/,
            );
            const { status, said } = scene.run("health.sh");
            assert.equal(status, 1);
            assert.match(said, /nginx waits: \S+certificate\.pem is missing/);
            scene.sign();
            await notes(/-e stderr -c \S+served\/loaded\.conf/);
            assert.equal(scene.run("health.sh").status, 0);
            assert.equal(scene.mode("served/key.pem"), "600");
            assert.equal(scene.read("said").match(/nginx waits/g)?.length, 1);
        });

        it("take no pair that does not fit, no other text, and no key with a passphrase", async () => {
            const { says } = withScene(fromFiles);
            scene.sign();
            scene.sign("other.pem", "certificates/key.pem");
            scene.start("start.sh");
            await says(/key\.pem is not the key of \S+certificate\.pem/);
            writeFileSync(scene.path("certificates/certificate.pem"), "no certificate");
            await says(/certificate\.pem is no certificate in PEM form/);
            scene.sign();
            assert.equal(scene.read("said").includes("PRIVATE"), false);
        });

        it("start nginx with a certificate that has ended, say so, and are not healthy", async () => {
            const { says, notes } = withScene(fromFiles);
            scene.sign(undefined, undefined, 0);
            scene.start("start.sh");
            await notes(/loaded\.conf/);
            await says(/certificate\.pem ended on .*GMT\. Put the certificate/);
            const { status, said } = scene.run("health.sh");
            assert.equal(status, 1);
            assert.match(said, /^the certificate ended on .*\/srv\/tls/);
        });

        it("give nginx a pair that was replaced, once both halves are there", async () => {
            const { says, notes, read } = withScene(fromFiles);
            scene.sign();
            scene.start("start.sh");
            await notes(/loaded\.conf/);
            const before = read("served/certificate.pem");
            scene.sign("certificates/certificate.pem", "next.pem");
            await says(/nginx keeps the certificate it has: \S+key\.pem is not the key/);
            assert.deepEqual([read("served/certificate.pem"), read("nginx").includes("reloaded")], [before, false]);
            scene.sign();
            await notes(/reloaded/);
            assert.equal(read("served/certificate.pem"), read("certificates/certificate.pem"));
            await says(/nginx takes the certificate that is valid until .*GMT/);
        });

        it("tell of the end two weeks before", async () => {
            const { says } = withScene(fromFiles);
            scene.sign(undefined, undefined, 13);
            scene.start("start.sh");
            await says(/the certificate ends on .*GMT\. Put the certificate/);
            assert.equal(scene.run("health.sh").status, 0);
        });
    });

    it("start nginx at once where there is no TLS", async () => {
        const { notes } = withScene({});
        assert.equal(scene.run("health.sh").status, 1);
        scene.start("start.sh");
        await notes(/loaded\.conf/);
        assert.equal(scene.run("health.sh").status, 0);
    });

    it("VOX-1 give nginx a changed configuration, if nginx can take it", async () => {
        const { says, notes, read } = withScene({});
        scene.start("start.sh");
        await notes(/loaded\.conf/);
        writeFileSync(scene.path("front/nginx.conf"), "wrong");
        await says(/nginx keeps the configuration it has: /);
        assert.deepEqual([read("served/loaded.conf"), read("nginx").includes("reloaded")], ["first", false]);
        writeFileSync(scene.path("front/nginx.conf"), "second");
        await notes(/reloaded/);
        assert.equal(read("served/loaded.conf"), "second");
        await says(/nginx takes the configuration that was changed/);
    });

    describe("ORB-14 with an authority", () => {
        const hosts = { CERTIFICATE_FROM: "acme", CERTIFICATE_HOSTS: "voice.example.com www.example.com" };
        const asked = { ...hosts, ACME_EMAIL: "ops@example.com", CHALLENGE_FOLDER: "/challenges" };

        it("start nginx before there is a certificate, so that it can answer, and give it the authority's", async () => {
            const { notes } = withScene(hosts);
            scene.start("start.sh");
            await notes(/loaded\.conf/);
            assert.match(namesIn("served/certificate.pem"), /DNS:voice\.example\.com, DNS:www\.example\.com/);
            assert.equal(scene.run("health.sh").status, 0);
            scene.sign();
            await notes(/reloaded/);
            assert.equal(scene.read("served/certificate.pem"), scene.read("certificates/certificate.pem"));
        });

        it("ask for every host name, try again after a refusal, and publish what they get", async () => {
            const { says } = withScene(asked);
            scene.program("certbot", 'echo "$@" >>"$SCENE/certbot"; [ -e "$SCENE/signed" ]');
            scene.start("obtain-certificate.sh");
            await says(
                /no certificate for voice\.example\.com www\.example\.com; why is said above\. .* port 80 of each host name must lead to nginx/,
            );
            assert.equal(scene.run("certificate-health.sh").status, 1);
            const live = "certificates/authority/live/front";
            mkdirSync(scene.path(live), { recursive: true });
            scene.sign(`${live}/fullchain.pem`, `${live}/privkey.pem`);
            writeFileSync(scene.path("signed"), "");
            await says(/got a certificate for voice\.example\.com www\.example\.com, valid until/);
            assert.equal(scene.read("certificates/key.pem"), scene.read(`${live}/privkey.pem`));
            assert.equal(scene.mode("certificates/key.pem"), "640");
            assert.deepEqual(scene.run("certificate-health.sh"), { status: 0, said: "" });
            const [first = ""] = scene.read("certbot").split("\n");
            for (const part of ["certonly", "--webroot-path /challenges", "--email ops@example.com", "--agree-tos"])
                assert.ok(first.includes(part), part);
            assert.match(first, /--domain voice\.example\.com --domain www\.example\.com$/);
        });
    });

    describeWith(noNginx, "VOX-1 with a real nginx", () => {
        it("put a renewed certificate to use while a call goes on", async () => {
            withScene({ CERTIFICATE_FROM: "files", NGINX_PROGRAM: nginx ?? "" });
            rmSync(scene.path("programs/nginx"));
            const gateway = new BackEnd("gateway");
            const [http, https, port] = [await freePort(), await freePort(), await freePort()];
            const names = new NamesServer();
            names.addresses.set("gateway", ["127.0.0.1"]);
            try {
                await gateway.listen(port);
                const resolver = await names.listen();
                const tls = { certificate: scene.path("served/certificate.pem"), key: scene.path("served/key.pem") };
                const front = {
                    ...overTls,
                    tls,
                    ports: { http, https },
                    routes: at("voice.example.com", onPremises(port)),
                };
                const around = {
                    ...inContainer,
                    resolver,
                    folder: scene.path("served"),
                    accessLog: scene.path("access"),
                };
                writeFileSync(scene.path("front/nginx.conf"), forThisNginx(frontConfiguration(front, around)));
                scene.sign();
                const first = fingerprintOf(scene.read("certificates/certificate.pem"));
                scene.start("start.sh");
                await until(`nginx answers: ${scene.read("said")}`, () =>
                    servedAt(https).then(
                        (served) => served === first,
                        () => false,
                    ),
                );
                const call = await Call.to({ port: https, host: "voice.example.com", path: "/voice/", secure: true });
                scene.sign();
                const second = fingerprintOf(scene.read("certificates/certificate.pem"));
                await until("the new one is served", () => servedAt(https).then((served) => served === second));
                call.say("still-there");
                await until("the call goes on", () => call.hears("still-there"));
                call.end();
            } finally {
                gateway.close();
                names.close();
            }
        });
    });

    describe("signing by themselves", () => {
        const hosts = { CERTIFICATE_FROM: "self-signed", CERTIFICATE_HOSTS: "localhost 192.168.1.7" };

        it("make a certificate, keep it over a restart, and make another for other host names", async () => {
            const { says } = withScene(hosts);
            scene.start("self-sign.sh");
            await says(/made a certificate for localhost 192\.168\.1\.7, valid until/);
            assert.match(
                namesIn("certificates/certificate.pem"),
                /IP Address:127\.0\.0\.1, DNS:localhost, IP Address:192\.168\.1\.7/,
            );
            assert.deepEqual(
                [scene.mode("certificates/key.pem"), scene.mode("certificates/certificate.pem")],
                ["640", "644"],
            );
            assert.deepEqual(scene.run("certificate-health.sh"), { status: 0, said: "" });
            const first = scene.read("certificates/certificate.pem");
            writeFileSync(scene.path("certificates/hosts"), "localhost\n");
            await until("another is made", () => scene.read("certificates/certificate.pem") !== first);
        });

        it("make another a month before the end", async () => {
            const { says } = withScene(hosts);
            scene.sign(undefined, undefined, 29);
            writeFileSync(scene.path("certificates/hosts"), "localhost 192.168.1.7\n");
            scene.start("self-sign.sh");
            await says(/made a certificate/);
        });

        it("are not healthy without a certificate, or with one that nobody renews", () => {
            withScene(hosts);
            assert.match(scene.run("certificate-health.sh").said, /certificate\.pem is missing/);
            scene.sign(undefined, undefined, 6);
            const { status, said } = scene.run("certificate-health.sh");
            assert.equal(status, 1);
            assert.match(said, /ends on .* and has not been renewed/);
            rmSync(scene.path("certificates/key.pem"));
            assert.match(scene.run("certificate-health.sh").said, /key\.pem is missing/);
        });
    });
});

const fingerprintOf = (text: string): string => new X509Certificate(text).fingerprint256;
