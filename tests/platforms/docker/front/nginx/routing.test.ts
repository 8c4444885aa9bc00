import { strict as assert } from "node:assert";
import { at, onPremises } from "../fronts";
import { until } from "../tools";
import { Call } from "../visitor";
import { describeFront, host } from "./stand";

describeFront("who is led where", (stand) => {
    describe("ORB-14 routes by prefix, which the service does not see", () => {
        it("and keeps the path and the query that follow", async () => {
            const { get } = await stand.front();
            const paths = [
                "/api/calls/7?a=1&b=%2F",
                "/api/",
                "/api/a%20b/c%3Fd",
                "/api/two%0Alines",
                "/voice/x",
                "/x/y?z",
            ];
            const seen = await Promise.all(paths.map(async (path) => (await get(path)).seen));
            assert.deepEqual(
                seen.map(({ by, url }) => `${by} ${url}`),
                ["api /calls/7?a=1&b=%2F", "api /", "api /a%20b/c%3Fd", "api /two%0Alines", "gateway /x", "web /x/y?z"],
            );
        });

        it("leads to the prefix with its slash, and back under it when the service leads on", async () => {
            const { get } = await stand.front();
            const bare = await get("/api?a=1", { method: "POST" });
            assert.deepEqual([bare.status, bare.headers.location], [308, "/api/?a=1"]);
            const led = await get("/api/leave");
            assert.deepEqual([led.status, led.headers.location], [302, "/api/login"]);
            assert.equal((await get("/api/away")).headers.location, "//other.example.com/");
            assert.equal((await get("/apix")).seen.by, "web");
            assert.equal((await get("/leave")).headers.location, "/login");
        });

        it("says nothing of itself but nginx, and answers for its own health", async () => {
            const { get } = await stand.front({ routes: at(host, onPremises(stand.servicePort)) });
            const unknown = await get("/", { host: "other.example.com" });
            assert.deepEqual([unknown.status, unknown.headers.server], [404, "nginx"]);
            for (const name of [host, "127.0.0.1"])
                assert.deepEqual((await get("/nginx-health", { host: name })).text, "ok\n");
        });
    });

    it("ORB-14 takes a WebSocket at wss://<domain>/voice, without the slash, where nobody is led on", async () => {
        const { request } = await stand.front({}, true);
        for (const path of ["/voice?id=7", "/voice/?id=7"]) {
            const call = await Call.to(request(path));
            await until("the gateway answers", () => call.hears("/?id=7 "));
            call.end();
        }
    });
});
