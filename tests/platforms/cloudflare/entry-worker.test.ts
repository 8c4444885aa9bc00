import { strict as assert } from "node:assert";
import worker from "../../../platforms/cloudflare/entry-worker.mjs";

const env = {
    ORIGINS: JSON.stringify({
        "api.example.com": "https://voice-api-main-7k2mq3x5na-nw.a.run.app",
        "voice.example.com": "https://voice-gateway-main-7k2mq3x5na-nw.a.run.app",
    }),
    REDIRECTS: JSON.stringify({ "example.com": "www.example.com" }),
};

describe("the Worker at the edge", () => {
    const realFetch = globalThis.fetch;
    let sent: Request[] = [];
    let answer = new Response("answer");

    beforeEach(() => {
        sent = [];
        answer = new Response("answer");
        globalThis.fetch = async (request) => {
            sent.push(request as Request);
            return answer;
        };
    });
    afterEach(() => {
        globalThis.fetch = realFetch;
    });

    const ask = (url: string, init?: RequestInit) => worker.fetch(new Request(url, init), env);
    const only = (): Request => {
        assert.equal(sent.length, 1);
        return sent[0] as Request;
    };

    it("sends a request to the service that the host name belongs to, path and query unchanged", async () => {
        const response = await ask("https://api.example.com/calls/7?since=2026&since=2025");
        assert.equal(only().url, "https://voice-api-main-7k2mq3x5na-nw.a.run.app/calls/7?since=2026&since=2025");
        assert.equal(await response.text(), "answer");
    });

    it("passes method and body on", async () => {
        await ask("https://api.example.com/calls", { method: "POST", body: '{"to":"+44"}' });
        assert.equal(only().method, "POST");
        assert.equal(await only().text(), '{"to":"+44"}');
    });

    it("tells the application the public host name, and Cloud Run its own", async () => {
        await ask("https://api.example.com/", { headers: { "X-Forwarded-Host": "forged.example" } });
        assert.equal(only().headers.get("X-Forwarded-Host"), "api.example.com");
        assert.equal(only().headers.get("X-Forwarded-Proto"), "https");
        assert.equal(only().headers.get("Host"), null);
    });

    it("passes on the client's address as Cloudflare saw it, not as the client claims", async () => {
        const headers = { "CF-Connecting-IP": "198.51.100.7", "X-Forwarded-For": "10.0.0.1" };
        await ask("https://api.example.com/", { headers });
        assert.equal(only().headers.get("X-Forwarded-For"), "198.51.100.7");
    });

    it("believes no claimed address where Cloudflare names none", async () => {
        await ask("https://api.example.com/", { headers: { "X-Forwarded-For": "10.0.0.1" } });
        assert.equal(only().headers.get("X-Forwarded-For"), null);
    });

    it("hands a WebSocket upgrade through, the answer included, as it is", async () => {
        // Node refuses to construct a 101 response; the runtime at the edge has one with the socket on it.
        const upgraded = { status: 101, webSocket: {} } as unknown as Response;
        answer = upgraded;
        const headers = { Upgrade: "websocket", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" };
        const response = await ask("https://voice.example.com/calls/7", { headers });
        assert.equal(only().headers.get("Upgrade"), "websocket");
        assert.equal(only().headers.get("Sec-WebSocket-Key"), "dGhlIHNhbXBsZSBub25jZQ==");
        assert.equal(response, upgraded);
    });

    it("leaves redirects of the application to the client", async () => {
        await ask("https://api.example.com/");
        assert.equal(only().redirect, "manual");
    });

    it("ORB-1 leads the apex to www, path and query kept", async () => {
        const response = await ask("https://example.com/prices?currency=gbp");
        assert.equal(response.status, 308);
        assert.equal(response.headers.get("Location"), "https://www.example.com/prices?currency=gbp");
        assert.equal(sent.length, 0);
    });

    it("ORB-2 leads http to https before anything else", async () => {
        const response = await ask("http://api.example.com/calls");
        assert.equal(response.status, 308);
        assert.equal(response.headers.get("Location"), "https://api.example.com/calls");
        assert.equal(sent.length, 0);
    });

    it("answers 421 for a host name that it does not know, even one that every object has", async () => {
        assert.equal((await ask("https://other.example.com/")).status, 421);
        assert.equal((await ask("https://constructor/")).status, 421);
        assert.equal(sent.length, 0);
    });
});
