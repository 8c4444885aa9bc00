import assert from "node:assert/strict";
import { assertOnlyFault, faultsOf, onDocker } from "../fixtures";

const through = (server: string) =>
    faultsOf("sandbox", {
        ...onDocker,
        "ringfence:monitoring": { notify: ["operator@acme.example"], mail: { server, from: "alerts@acme.example" } },
    });

describe("ringfence:monitoring", () => {
    for (const server of ["smtp.acme.example:25", "smtp.acme.example:9999", "smtp.acme.example:65535"])
        it(`takes the mail server ${server}`, () => assert.deepEqual(through(server), []));
    const long = `${"smtp.".repeat(50)}acme.example:587`;
    for (const server of [
        "smtp.acme.example:0",
        "smtp.acme.example:65536",
        "smtp.acme.example:99999",
        "smtp:587",
        long,
    ])
        it(`takes no mail server ${server.slice(0, 40)}`, () =>
            assertOnlyFault(through(server), {
                key: "ringfence:monitoring.mail.server",
                message: "is no host name with a port",
                repair: "smtp.example.com:587",
            }));
});
