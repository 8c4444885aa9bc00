import { strict as assert } from "node:assert";
import { describeFront, host } from "./stand";

describeFront("what services are told", (stand) => {
    describe("ORB-14 tells services who asks", () => {
        it("by the address of the connection, whatever the visitor claims", async () => {
            const { get } = await stand.front();
            const claims = {
                "X-Forwarded-For": "203.0.113.9",
                "X-Real-IP": "203.0.113.9",
                "X-Forwarded-Proto": "https",
                "X-Forwarded-Host": "evil.example.com",
                "CF-Connecting-IP": "203.0.113.9",
                Forwarded: "for=203.0.113.9",
                "X-Forwarded-Prefix": "/evil",
                "X-Request-ID": "call-7.a",
            };
            const { headers } = (await get("/api/", { headers: claims })).seen;
            assert.deepEqual(
                Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(accept|user)/.test(name))),
                {
                    host,
                    "x-forwarded-for": "127.0.0.1",
                    "x-real-ip": "127.0.0.1",
                    "x-forwarded-proto": "http",
                    "x-forwarded-host": host,
                    "x-request-id": "call-7.a",
                    connection: "close",
                },
            );
        });

        it("by the word of a proxy that is trusted, where it is not the visitor's own", async () => {
            const { get } = await stand.front({ trustedProxies: ["127.0.0.0/8"] });
            const chain = {
                "X-Forwarded-For": "198.51.100.1, 203.0.113.9, 127.0.0.8",
                "X-Forwarded-Proto": "https",
                "CF-Connecting-IP": "203.0.113.9",
                "X-Request-ID": "a b",
            };
            const { headers } = (await get("/", { headers: chain })).seen;
            assert.equal(headers["x-forwarded-for"], "203.0.113.9");
            assert.equal(headers["x-forwarded-proto"], "https");
            assert.equal(headers["cf-connecting-ip"], "203.0.113.9");
            assert.match(String(headers["x-request-id"]), /^[0-9a-f]{32}$/);
        });
    });
});
