import { casesOf, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("front");
const key = "ringfence:front";
const front = (more: Record<string, unknown>) => ({ ...onDocker, [key]: { port: 443, routes: "paths", ...more } });
const domain = {
    zone: "acme.example",
    zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
    accountId: "9a7806061c88ada191ed06f989cc3dac",
    address: "203.0.113.7",
};

describe("the rule front", () => {
    it("ORB-14 accepts a front on Docker, with each kind of certificate", () => {
        accepts("production", front({}));
        accepts("production", front({ tls: { from: "self-signed" }, redirectFrom: 80 }));
        accepts("production", front({ tls: { from: "files", folder: "/etc/tls" } }));
        accepts("production", {
            ...front({ tls: { from: "acme", email: "operator@acme.example" }, redirectFrom: 80 }),
            "ringfence:domain": domain,
        });
    });
    it("accepts Google Cloud without one, and refuses it with one", () => {
        accepts("production");
        refuses("production", { [key]: { port: 443 } }, { key, message: "runs on gcp", repair: "remove it" });
    });
    it("refuses Docker without one", () => {
        refuses("production", { ...onDocker, [key]: undefined }, { key, message: "is missing", repair: "port" });
    });
    it("refuses host names whose records have nothing to point to", () => {
        refuses(
            "production",
            { ...front({}), "ringfence:domain": { ...domain, address: undefined } },
            {
                key: "ringfence:domain.address",
                message: "nothing to point to",
                repair: "the public IPv4 address",
            },
        );
    });
    it("refuses two ports that are one, and a redirect to TLS that there is not", () => {
        refuses("production", front({ tls: { from: "self-signed" }, redirectFrom: 443 }), {
            key: `${key}.redirectFrom`,
            message: "443 is the port itself",
            repair: "write another one",
        });
        refuses("production", front({ redirectFrom: 80 }), {
            key: `${key}.redirectFrom`,
            message: "leads to TLS, of which there is none",
            repair: "remove it",
        });
    });
    it("refuses Let's Encrypt where it cannot ask", () => {
        const acme = { tls: { from: "acme", email: "operator@acme.example" } };
        refuses(
            "production",
            { ...front(acme), "ringfence:domain": domain },
            {
                key: `${key}.redirectFrom`,
                message: "Let's Encrypt asks in clear",
                repair: "write 80",
            },
        );
        refuses("production", front({ ...acme, redirectFrom: 80 }), {
            key: `${key}.tls.from`,
            message: "there is no ringfence:domain",
            repair: "self-signed",
        });
    });
    it("refuses to tell services apart by host names that there are not", () => {
        refuses("production", front({ routes: "hosts" }), {
            key: `${key}.routes`,
            message: "there is no ringfence:domain",
            repair: "write paths",
        });
    });
});
