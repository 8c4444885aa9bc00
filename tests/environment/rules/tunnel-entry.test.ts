import { casesOf, onDocker, tunnelled } from "../fixtures";

const { accepts, refuses } = casesOf("tunnel-entry");
const key = "ringfence:domain";
const entry = (more: Record<string, unknown> = {}, front: Record<string, unknown> = {}) => ({
    ...onDocker,
    [key]: { ...tunnelled, ...more },
    "ringfence:front": { address: "192.168.120.12", port: 3100, routes: "paths", ...front },
});

describe("the rule tunnel-entry", () => {
    it("ORA-4 accepts an environment on Docker that a shared stack's tunnel leads to", () => {
        accepts("production", entry());
        accepts("production");
    });
    it("refuses a tunnel that nobody owns, or the environment itself", () => {
        refuses("production", entry({ tunnel: undefined }), {
            key: `${key}.tunnel`,
            message: "is missing",
            repair: "the shared stack",
        });
        refuses("production", entry({ tunnel: "main" }), {
            key: `${key}.tunnel`,
            message: "is this stack itself",
            repair: "the shared stack",
        });
    });
    it("refuses a front that the connector does not find, or that has TLS of its own", () => {
        for (const address of ["127.0.0.1", "0.0.0.0"])
            refuses("production", entry({}, { address }), {
                key: "ringfence:front.address",
                message: `${address} is no address`,
                repair: "192.168.120.12",
            });
        refuses("production", entry({}, { tls: { from: "self-signed" } }), {
            key: "ringfence:front.tls.from",
            message: "is not needed",
            repair: "write edge",
        });
    });
    it("refuses what would be ignored", () => {
        refuses("production", entry({ address: "203.0.113.7" }), {
            key: `${key}.address`,
            message: "the records point to the tunnel",
            repair: "remove it",
        });
        refuses("production", entry({ entry: "worker", address: "203.0.113.7" }), {
            key: `${key}.tunnel`,
            message: 'ringfence:domain.entry is "worker"',
            repair: "remove this key",
        });
    });
    it("refuses a tunnel to Google Cloud", () => {
        refuses(
            "production",
            { [key]: tunnelled },
            { key: `${key}.entry`, message: "leads to a Docker host", repair: "load-balancer" },
        );
    });
});
