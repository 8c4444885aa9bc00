import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { type CertificateSource, certificatesFrom } from "../../../../platforms/docker/front/certificates";
import { frontConfiguration } from "../../../../platforms/docker/front/configuration";
import { frontStart } from "../../../../platforms/docker/front/start";
import { inClear, overTls } from "./fronts";

describe("where the certificate comes from", () => {
    const hosts = ["voice.example.com", "example.com"];
    const email = "ops@example.com";

    it("ORB-14 is a folder of the host, mounted to be read", () => {
        const plan = certificatesFrom({ from: "files", directory: "/srv/tls", certificate: "a.pem", key: "a.key" });
        assert.deepEqual(plan.nginx, {
            variables: {
                CERTIFICATE_FROM: "files",
                CERTIFICATE_FILE: "/certificates/a.pem",
                KEY_FILE: "/certificates/a.key",
                CERTIFICATE_ORIGIN: "/srv/tls on the host (a.pem, a.key)",
            },
            volumes: {},
            fromHost: { "/certificates": "/srv/tls" },
        });
        assert.equal(plan.maker, undefined);
    });

    it("ORB-14 is an authority, which a container beside nginx asks and asks again", () => {
        const server = "https://acme-staging-v02.api.letsencrypt.org/directory";
        const { maker, nginx, acmeChallenge } = certificatesFrom({ from: "acme", hosts, email, server });
        assert.equal(maker?.image, "certbot");
        assert.equal(maker.first, false);
        assert.deepEqual(maker.entryPoint, ["/bin/sh", "/front/obtain-certificate.sh"]);
        assert.deepEqual(maker.variables, {
            CERTIFICATE_FOLDER: "/certificates",
            CERTIFICATE_HOSTS: "voice.example.com example.com",
            READER_GROUP: "101",
            ACME_EMAIL: email,
            ACME_SERVER: server,
            CHALLENGE_FOLDER: "/challenges",
        });
        assert.deepEqual(maker.volumes, nginx.volumes);
        assert.equal(acmeChallenge, "/challenges");
    });

    it("may be an authority of one's own, whose root certificate the host has", () => {
        const [server, root] = ["https://ca.acme.example/acme/acme/directory", "/etc/step-ca/root.pem"];
        const { maker, nginx } = certificatesFrom({ from: "acme", hosts, email, server, root });
        assert.equal(maker?.variables.REQUESTS_CA_BUNDLE, "/authority/root.pem");
        assert.deepEqual(maker.fromHost, { "/authority": "/etc/step-ca" });
        assert.deepEqual(nginx.fromHost, {});
        assert.throws(() => certificatesFrom({ from: "acme", hosts, email, root: "/root.pem" }), /a file in a folder/);
    });

    it("is itself, for a laptop, and there before nginx starts", () => {
        const { maker } = certificatesFrom({ from: "self-signed", hosts: ["localhost"] });
        assert.deepEqual([maker?.image, maker?.first, maker?.user], ["nginx", true, "0:0"]);
        assert.deepEqual(maker?.capabilities, ["CHOWN"]);
        assert.deepEqual(
            maker?.texts.map(({ name }) => name),
            ["common.sh", "self-sign.sh", "certificate-health.sh"],
        );
    });

    it("is refused with what it is and what to write instead", () => {
        const refused = (source: CertificateSource, message: RegExp) =>
            assert.throws(() => certificatesFrom(source), { name: "RangeError", message });
        const files = { from: "files", directory: "/srv/tls", certificate: "a.pem", key: "a.key" } as const;
        refused({ ...files, directory: "tls" }, /directory "tls": write an absolute path/);
        refused({ ...files, key: "../a.key" }, /file "\.\.\/a\.key": write a name without a folder/);
        refused({ from: "self-signed", hosts: [] }, /at least one host name/);
        refused({ from: "acme", hosts: ["localhost"], email }, /a public host name/);
        refused({ from: "acme", hosts, email: "nobody" }, /e-mail address "nobody"/);
    });

    it("is told to scripts in words that a shell cannot take for anything else", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 20 }), (host) => {
                try {
                    const { maker } = certificatesFrom({ from: "self-signed", hosts: [host] });
                    assert.match(maker?.variables.CERTIFICATE_HOSTS ?? "", /^[a-z0-9.-]+$/);
                } catch (error) {
                    assert.ok(error instanceof RangeError);
                }
            }),
        );
    });
});

describe("what nginx starts with", () => {
    it("is its configuration and scripts, and a signal that lets calls end", () => {
        const certificates = certificatesFrom({ from: "self-signed", hosts: ["localhost"] });
        const start = frontStart(overTls, certificates);
        const [configuration, ...scripts] = start.texts;
        assert.deepEqual([configuration?.name, configuration?.content], ["nginx.conf", frontConfiguration(overTls)]);
        assert.deepEqual(
            scripts.map(({ name }) => name),
            ["common.sh", "start.sh", "watch.sh", "health.sh"],
        );
        assert.ok(scripts.every(({ content }) => String(content).length > 100));
        assert.equal(start.stopSignal, "SIGQUIT");
        assert.equal(start.variables.HEALTH_URL, "http://127.0.0.1:8080/nginx-health");
        assert.equal(start.variables.CERTIFICATE_FROM, "self-signed");
        assert.deepEqual(frontStart(inClear).variables, { HEALTH_URL: "http://127.0.0.1:8080/nginx-health" });
        const alone = frontStart({ ...overTls, ports: { https: 8443 } }, certificates);
        assert.equal(alone.variables.HEALTH_URL, "https://127.0.0.1:8443/nginx-health");
    });
});
