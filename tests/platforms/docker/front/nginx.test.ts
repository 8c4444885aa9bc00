import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FrontConfiguration } from "../../../../platforms/docker/front/configuration";
import { BackEnd } from "./back-end";
import { at, hour, inClear, onPremises, overTls } from "./fronts";
import { NamesServer } from "./names-server";
import { complaint, folder, freePort, missing, Nginx, resolvesGroups } from "./nginx";
import { describeWith, present, until } from "./tools";
import { type Answer, Call, type Request, visit, visitByHttp2 } from "./visitor";

const tools = [...missing, ...(present("openssl", "version") ? [] : ["openssl"])];

describeWith(tools, "the front on a real nginx", () => {
    const host = "voice.example.com";
    const names = new NamesServer();
    const services = ["api", "gateway", "web"].map((name) => new BackEnd(name));
    const place = folder();
    const tls = { certificate: join(place, "certificate.pem"), key: join(place, "key.pem") };
    let resolver = "";
    let servicePort = 0;
    const running: Nginx[] = [];

    before(async () => {
        signed(tls);
        resolver = await names.listen();
        servicePort = await freePort();
        for (const [index, service] of services.entries()) {
            await service.listen(servicePort, `127.0.1.${index + 1}`);
            names.addresses.set(service.name, [`127.0.1.${index + 1}`]);
        }
    });
    afterEach(async () => {
        for (const each of running.splice(0)) await each.stop();
    });
    after(() => {
        for (const service of services) service.close();
        names.close();
        rmSync(place, { recursive: true });
    });

    /** The front with ports that are free here, and how to visit it. */
    async function front(of: Partial<FrontConfiguration> = {}, secure = false) {
        const [http, https] = [await freePort(), await freePort()];
        const routes = secure ? at(host, onPremises(servicePort)) : onPremises(servicePort);
        const shape = secure ? { ...overTls, tls, ports: { http, https } } : { ...inClear, ports: { http } };
        const nginx = await Nginx.started({ ...shape, routes, ...of }, resolver);
        running.push(nginx);
        const request = (path: string, more: Partial<Request> = {}): Request => ({
            port: secure && more.secure !== false ? https : http,
            host,
            path,
            secure,
            ...more,
        });
        const get = (path: string, more: Partial<Request> = {}): Promise<Answer> => visit(request(path, more));
        return { nginx, request, get, http, https };
    }

    describe("nginx -t", () => {
        const variants: Record<string, FrontConfiguration> = {
            "in clear": inClear,
            "over TLS": { ...overTls, tls },
            "over TLS alone": { ...overTls, tls, ports: { https: 8443 } },
            "behind a proxy, with everything": {
                ...overTls,
                tls: { ...tls, strictTransport: hour },
                visitedPort: 9443,
                elsewhere: host,
                trustedProxies: ["10.0.0.0/8", "2400:cb00::/32"],
                acmeChallenge: "/challenges",
                status: 9101,
            },
            "without a route": { ...inClear, routes: [] },
            "with a long host name": { ...inClear, routes: at(`${"long-label.".repeat(22)}example.com`, onPremises()) },
            ...(resolvesGroups
                ? { sticky: { ...inClear, routes: onPremises().map((route) => ({ ...route, sticky: true })) } }
                : {}),
        };
        for (const [title, variant] of Object.entries(variants))
            it(`takes a front ${title} without a word`, () => assert.equal(complaint(variant), ""));
    });

    describe("ORB-14 routes by prefix, which the service does not see", () => {
        it("and keeps the path and the query that follow", async () => {
            const { get } = await front();
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
            const { get } = await front();
            const bare = await get("/api?a=1", { method: "POST" });
            assert.deepEqual([bare.status, bare.headers.location], [308, "/api/?a=1"]);
            const led = await get("/api/leave");
            assert.deepEqual([led.status, led.headers.location], [302, "/api/login"]);
            assert.equal((await get("/api/away")).headers.location, "//other.example.com/");
            assert.equal((await get("/apix")).seen.by, "web");
            assert.equal((await get("/leave")).headers.location, "/login");
        });

        it("says nothing of itself but nginx, and answers for its own health", async () => {
            const { get } = await front({ routes: at(host, onPremises(servicePort)) });
            const unknown = await get("/", { host: "other.example.com" });
            assert.deepEqual([unknown.status, unknown.headers.server], [404, "nginx"]);
            for (const name of [host, "127.0.0.1"])
                assert.deepEqual((await get("/nginx-health", { host: name })).text, "ok\n");
        });
    });

    describe("ORB-14 tells services who asks", () => {
        it("by the address of the connection, whatever the visitor claims", async () => {
            const { get } = await front();
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
            const { get } = await front({ trustedProxies: ["127.0.0.0/8"] });
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

    describe("ORB-14 ends TLS", () => {
        it("speaks HTTP/2, and has nothing to say to a stranger", async () => {
            const { https } = await front({}, true);
            assert.equal(await visitByHttp2(https, host, "/api/"), 200);
            assert.equal(await visitByHttp2(https, "other.example.com", "/"), 421);
        });

        it("leads whoever comes in clear to TLS, and the other names to theirs", async () => {
            const { get } = await front({ visitedPort: 9443 }, true);
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
            const { get } = await front({ elsewhere: host }, true);
            for (const secure of [false, true]) {
                const led = await get("/x?y", { secure, host: "other.example.com" });
                assert.deepEqual([led.status, led.headers.location], [302, `https://${host}/x?y`]);
            }
        });

        it("lets an authority see its proofs in clear, and nothing else of the folder", async () => {
            const proofs = join(place, ".well-known", "acme-challenge");
            mkdirSync(proofs, { recursive: true });
            writeFileSync(join(proofs, "token"), "proof");
            const { get } = await front({ acmeChallenge: place }, true);
            for (const name of [host, "example.com", "new.example.com"]) {
                const proof = await get("/.well-known/acme-challenge/token", { secure: false, host: name });
                assert.deepEqual([proof.status, proof.text], [200, "proof"]);
            }
            const outside = "/.well-known/acme-challenge/../../key.pem";
            assert.equal((await get(outside, { secure: false })).status, 301);
        });
    });

    it("ORB-14 takes a WebSocket at wss://<domain>/voice, without the slash, where nobody is led on", async () => {
        const { request } = await front({}, true);
        for (const path of ["/voice?id=7", "/voice/?id=7"]) {
            const call = await Call.to(request(path));
            await until("the gateway answers", () => call.hears("/?id=7 "));
            call.end();
        }
    });

    describe("limits", () => {
        it("refuses a body that is larger than the route takes, and a WebSocket where there is none", async () => {
            const { get, request } = await front();
            const body = Buffer.alloc(2 ** 20 + 1);
            assert.equal((await get("/api/", { method: "POST", body })).seen.body, body.length);
            assert.equal((await get("/", { method: "POST", body })).status, 413);
            assert.equal((await get("/api/", { method: "POST", body: Buffer.alloc(2 ** 21 + 1) })).status, 413);
            await assert.rejects(Call.to(request("/api/")), /refused with 200/);
            const other = await get("/voice/", { headers: { Connection: "Upgrade, HTTP2-Settings", Upgrade: "h2c" } });
            assert.equal(other.seen.headers.upgrade, undefined);
        });

        it("sends long texts small, where that is asked", async () => {
            const { get } = await front();
            const long = await get("/api/long", { headers: { "Accept-Encoding": "gzip" } });
            assert.equal(long.headers["content-encoding"], "gzip");
            assert.ok(long.text.length < 1000);
        });

        it("logs each request as JSON, without what may be secret", async () => {
            const { get, nginx } = await front();
            const headers = { Authorization: "Bearer hidden", Cookie: "hidden=1", "User-Agent": 'a "quoted" one' };
            await get('/api/calls?token=hidden"', { headers });
            await until("it is logged", () => nginx.log().length > 0);
            const [line] = nginx.log();
            assert.equal(JSON.stringify(line).includes("hidden"), false);
            assert.deepEqual(
                [line?.path, line?.host, line?.status, line?.userAgent, line?.upstream],
                ["/api/calls", host, 200, 'a "quoted" one', `127.0.1.1:${servicePort}`],
            );
        });

        it("shows its figures at a port of their own", async () => {
            const status = await freePort();
            const { get } = await front({ status });
            assert.match((await get("/stub_status", { port: status })).text, /^Active connections: \d+/);
            assert.equal((await get("/stub_status")).seen.by, "web");
        });
    });

    describe("VOX-1 keeps calls", () => {
        it("through a reload and through a stop, until the caller hangs up", async () => {
            const { nginx, request, get } = await front({}, true);
            const call = await Call.to(request("/voice/call?id=7"));
            await until("the gateway answers", () => call.hears("/call?id=7 "));
            nginx.change((text) => text.replaceAll('"ok\\n"', '"anew\\n"'));
            nginx.reload();
            await until("it is loaded", async () => (await get("/nginx-health")).text === "anew\n");
            call.say("after-reload");
            await until("the call goes on", () => call.hears("after-reload"));
            const second = await Call.to(request("/voice/second"));
            nginx.quit();
            await until("nobody new is let in", () =>
                visit(request("/")).then(
                    () => false,
                    () => true,
                ),
            );
            for (const each of [call, second]) each.say("still-there");
            await until("both go on", () => call.hears("still-there") && second.hears("still-there"));
            assert.deepEqual([call.over(), second.over()], [false, false]);
            call.end();
            second.end();
            assert.equal(await nginx.ended, 0);
        });
    });

    describe("a service that is replaced", () => {
        const [old, next] = ["127.0.2.1", "127.0.2.2"];
        let instances: Record<"old" | "next", BackEnd>;

        beforeEach(async () => {
            instances = { old: new BackEnd("old"), next: new BackEnd("next") };
            await instances.old.listen(servicePort, old);
        });
        afterEach(() => {
            for (const each of Object.values(instances)) each.close();
            names.addresses.set("api", ["127.0.1.1"]);
            names.addresses.set("gateway", ["127.0.1.2"]);
        });

        it("VOX-1 is not missed: not before the new one listens, nor after the old one has closed its door", async () => {
            const both = [old, next];
            names.addresses.set("api", both).set("gateway", both);
            const { get, request } = await front();
            const all = (times: number) =>
                Promise.all(
                    Array.from({ length: times }, async (_, index) => {
                        const { status, seen } = await get("/api/", { method: index % 2 === 0 ? "GET" : "POST" });
                        assert.equal(status, 200);
                        return seen.by;
                    }),
                );
            assert.deepEqual(new Set(await all(12)), new Set(["old"]));
            const call = await Call.to(request("/voice/"));
            await instances.next.listen(servicePort, next);
            assert.deepEqual(new Set(await all(40)), new Set(["old", "next"]));
            instances.old.closeDoor();
            assert.deepEqual(new Set(await all(12)), new Set(["next"]));
            call.say("held");
            await until("the call goes on at the old one", () => call.hears("held"));
            call.end();
        });

        it("is found at its new address, while nginx runs on", async () => {
            names.addresses.set("api", [old]);
            const { get } = await front();
            assert.equal((await get("/api/")).seen.by, "old");
            await instances.next.listen(servicePort, next);
            names.addresses.set("api", [next]);
            instances.old.close();
            await until("every worker has found the new one", async () => {
                const answers = await Promise.all(Array.from({ length: 8 }, () => get("/api/")));
                return answers.every(({ seen }) => seen?.by === "next");
            });
        });

        it("is not needed for nginx to start: what is missing is a 502, and the others answer", async () => {
            names.addresses.delete("api");
            const { get, nginx } = await front();
            assert.equal((await get("/api/?token=hidden")).status, 502);
            assert.equal((await get("/")).seen.by, "web");
            await until("both are logged", () => nginx.log().length === 2);
            assert.deepEqual(
                nginx.log().map(({ path, status }) => [path, status]),
                [
                    ["/api/", 502],
                    ["/", 200],
                ],
            );
            assert.equal(nginx.errors().includes("hidden"), false);
        });

        if (resolvesGroups)
            it("gets its visitor back, where the route is sticky", async () => {
                await instances.next.listen(servicePort, next);
                names.addresses.set("api", [old, next]);
                const { get } = await front({
                    routes: onPremises(servicePort).map((each) => ({ ...each, sticky: true })),
                });
                await until("the alias is resolved", async () => (await get("/api/")).status === 200);
                const answers = await Promise.all(Array.from({ length: 10 }, () => get("/api/x")));
                assert.equal(new Set(answers.map(({ seen }) => `${seen.by} ${seen.url}`)).size, 1);
            });
    });
});

function signed({ certificate, key }: { readonly certificate: string; readonly key: string }): void {
    const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test";
    const { status, stderr } = spawnSync("openssl", [...args.split(" "), "-keyout", key, "-out", certificate]);
    assert.equal(status, 0, String(stderr));
}
