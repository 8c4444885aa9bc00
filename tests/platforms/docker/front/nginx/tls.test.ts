import { strict as assert } from "node:assert";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { visitByHttp2 } from "../visitor";
import { describeFront, host } from "./stand";

describeFront("TLS", (stand) => {
    describe("ORB-14 ends TLS", () => {
        it("speaks HTTP/2, and has nothing to say to a stranger", async () => {
            const { https } = await stand.front({}, true);
            assert.equal(await visitByHttp2(https, host, "/api/"), 200);
            assert.equal(await visitByHttp2(https, "other.example.com", "/"), 421);
        });

        it("leads whoever comes in clear to TLS, and the other names to theirs", async () => {
            const { get } = await stand.front({ visitedPort: 9443 }, true);
            const clear = { secure: false };
            const led = await get("/api/calls?a=1", clear);
            assert.deepEqual([led.status, led.headers.location], [301, `https://${host}:9443/api/calls?a=1`]);
            for (const secure of [false, true]) {
                const renamed = await get("/x", { secure, host: "example.com" });
                assert.deepEqual([renamed.status, renamed.headers.location], [308, `https://${host}:9443/x`]);
            }
            assert.equal((await get("/", { ...clear, host: "other.example.com" })).status, 404);
            assert.equal((await get("/nginx-health", clear)).status, 200);
            const { headers } = (await get("/")).seen;
            assert.deepEqual([headers.host, headers["x-forwarded-proto"]], [`${host}:9443`, "https"]);
        });

        it("leads a stranger elsewhere, where there is an elsewhere", async () => {
            const { get } = await stand.front({ elsewhere: host }, true);
            for (const secure of [false, true]) {
                const led = await get("/x?y", { secure, host: "other.example.com" });
                assert.deepEqual([led.status, led.headers.location], [302, `https://${host}/x?y`]);
            }
        });

        it("lets an authority see its proofs in clear, and nothing else of the folder", async () => {
            const proofs = join(stand.place, ".well-known", "acme-challenge");
            mkdirSync(proofs, { recursive: true });
            writeFileSync(join(proofs, "token"), "proof");
            const { get } = await stand.front({ acmeChallenge: stand.place }, true);
            for (const name of [host, "example.com", "new.example.com"]) {
                const proof = await get("/.well-known/acme-challenge/token", { secure: false, host: name });
                assert.deepEqual([proof.status, proof.text], [200, "proof"]);
            }
            const outside = "/.well-known/acme-challenge/../../key.pem";
            assert.equal((await get(outside, { secure: false })).status, 301);
        });
    });
});
