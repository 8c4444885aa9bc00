import { strict as assert } from "node:assert";
import { freePort } from "../nginx";
import { until } from "../tools";
import { Call } from "../visitor";
import { describeFront, host } from "./stand";

describeFront("limits and logs", (stand) => {
    it("refuses a body that is larger than the route takes, and a WebSocket where there is none", async () => {
        const { get, request } = await stand.front();
        const body = Buffer.alloc(2 ** 20 + 1);
        assert.equal((await get("/api/", { method: "POST", body })).seen.body, body.length);
        assert.equal((await get("/", { method: "POST", body })).status, 413);
        assert.equal((await get("/api/", { method: "POST", body: Buffer.alloc(2 ** 21 + 1) })).status, 413);
        await assert.rejects(Call.to(request("/api/")), /refused with 200/);
        const other = await get("/voice/", { headers: { Connection: "Upgrade, HTTP2-Settings", Upgrade: "h2c" } });
        assert.equal(other.seen.headers.upgrade, undefined);
    });

    it("sends long texts small, where that is asked", async () => {
        const { get } = await stand.front();
        const long = await get("/api/long", { headers: { "Accept-Encoding": "gzip" } });
        assert.equal(long.headers["content-encoding"], "gzip");
        assert.ok(long.text.length < 1000);
    });

    it("logs each request as JSON, without what may be secret", async () => {
        const { get, nginx } = await stand.front();
        const headers = { Authorization: "Bearer hidden", Cookie: "hidden=1", "User-Agent": 'a "quoted" one' };
        await get('/api/calls?token=hidden"', { headers });
        await until("it is logged", () => nginx.log().length > 0);
        const [line] = nginx.log();
        assert.equal(JSON.stringify(line).includes("hidden"), false);
        assert.deepEqual(
            [line?.path, line?.host, line?.status, line?.userAgent, line?.upstream],
            ["/api/calls", host, 200, 'a "quoted" one', `127.0.1.1:${stand.servicePort}`],
        );
    });

    it("shows its figures at a port of their own", async () => {
        const status = await freePort();
        const { get } = await stand.front({ status });
        assert.match((await get("/stub_status", { port: status })).text, /^Active connections: \d+/);
        assert.equal((await get("/stub_status")).seen.by, "web");
    });
});
