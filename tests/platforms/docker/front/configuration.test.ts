import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import type { Seconds } from "../../../../environment/units";
import {
    type FrontConfiguration,
    frontConfiguration,
    type Route,
} from "../../../../platforms/docker/front/configuration";
import { at, hour, inClear, onPremises, overTls } from "./fronts";

/** The lines of each block that begins so, without its own blocks' ends. */
function blocks(text: string, head: string): readonly (readonly string[])[] {
    const lines = text.split("\n");
    return lines.flatMap((line, first) => {
        if (!line.trim().startsWith(head) || !line.endsWith("{")) return [];
        const indent = /^ */.exec(line)?.[0] ?? "";
        const last = lines.indexOf(`${indent}}`, first);
        return [lines.slice(first + 1, last).map((each) => each.trim())];
    });
}
const block = (text: string, head: string): readonly string[] => {
    const [only, ...others] = blocks(text, head);
    assert.ok(only !== undefined && others.length === 0, `${others.length + (only ? 1 : 0)} of ${head}`);
    return only;
};
const directives = (text: string, name: string): readonly string[] =>
    text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line.startsWith(`${name} `));

describe("the configuration of nginx", () => {
    it("ORB-14 routes each prefix to its alias, asked for anew, without the prefix", () => {
        const text = frontConfiguration(inClear);
        assert.deepEqual(directives(text, "resolver"), ["resolver 127.0.0.11 valid=1s ipv6=off;"]);
        const api = block(text, "location /api/ ");
        for (const line of [
            "set $upstream api:3000;",
            'rewrite "(?s)^/api/(.*)$" /$1 break;',
            "proxy_pass http://$upstream;",
            "proxy_set_header Host $host;",
            "proxy_set_header X-Forwarded-For $remote_addr;",
            "client_max_body_size 2m;",
        ])
            assert.ok(api.includes(line), line);
        assert.ok(block(text, "location = /api ").includes("return 308 /api/$is_args$args;"));
        assert.ok(!block(text, "location / ").some((line) => line.startsWith("rewrite")));
        assert.deepEqual(directives(text, "upstream"), []);
    });

    it("ORB-14 upgrades WebSockets where that is asked, and nowhere else", () => {
        const text = frontConfiguration(inClear);
        const voice = block(text, "location /voice/ ");
        assert.ok(voice.includes("proxy_set_header Upgrade $upgrade_to;"));
        assert.ok(voice.includes("proxy_set_header Connection $connection_to;"));
        assert.ok(voice.includes("proxy_buffering off;"));
        assert.deepEqual(block(text, "map $http_upgrade "), ['default "";', '"~*^websocket$" websocket;']);
        assert.ok(block(text, "location /api/ ").includes('proxy_set_header Upgrade "";'));
    });

    it("VOX-1 waits as long as the longest call, for an answer and for the end of a worker", () => {
        const text = frontConfiguration(inClear);
        const voice = block(text, "location /voice/ ");
        for (const line of ["proxy_read_timeout 3600s;", "proxy_send_timeout 3600s;"]) assert.ok(voice.includes(line));
        assert.ok(block(text, "location /api/ ").includes("proxy_read_timeout 60s;"));
        assert.deepEqual(directives(text, "worker_shutdown_timeout"), ["worker_shutdown_timeout 3600s;"]);
        const [route] = onPremises();
        const odd = { ...inClear, routes: route === undefined ? [] : [{ ...route, timeout: 90.5 as Seconds }] };
        assert.ok(frontConfiguration(odd).includes("proxy_read_timeout 91s;"));
    });

    it("VOX-1 passes over an instance that has just closed its door, and sends nothing twice that may be done already", () => {
        const text = frontConfiguration(inClear);
        assert.deepEqual(directives(text, "proxy_next_upstream"), [
            "proxy_next_upstream error timeout http_502 http_503;",
        ]);
        assert.deepEqual(directives(text, "proxy_connect_timeout"), ["proxy_connect_timeout 2s;"]);
        assert.ok(!text.includes("non_idempotent"));
    });

    it("ORB-14 ends TLS with HTTP/2, and leads from clear to it", () => {
        const text = frontConfiguration(overTls);
        const servers = blocks(text, "server ");
        const secure = servers.filter((lines) => lines.some((line) => /^listen 8443 ssl/.test(line)));
        assert.equal(secure.length, 3);
        for (const lines of secure) assert.ok(lines.includes("http2 on;"));
        assert.deepEqual(directives(text, "ssl_protocols"), ["ssl_protocols TLSv1.2 TLSv1.3;"]);
        const clear = servers.find(
            (lines) => lines[0] === "listen 8080;" && lines[1] === "server_name voice.example.com;",
        );
        assert.ok(clear?.includes("return 301 https://$host$request_uri;"));
        assert.ok(!clear?.some((line) => line.startsWith("proxy_pass")));
        assert.ok(!text.includes("Strict-Transport-Security"));
        const strict = { ...overTls, tls: { ...overTls.tls, strictTransport: hour } } as FrontConfiguration;
        assert.ok(frontConfiguration(strict).includes('Strict-Transport-Security "max-age=3600" always'));
    });

    it("gives a host its own routes, and those of any host besides", () => {
        const [api, , web] = onPremises();
        assert.ok(api !== undefined && web !== undefined);
        const own: Route = { ...web, host: "admin.example.com", upstream: { alias: "admin", port: 3002 } };
        const text = frontConfiguration({ ...inClear, routes: [api, web, own] });
        const upstreams = directives(text, "set").filter((line) => line.startsWith("set $upstream"));
        assert.deepEqual(upstreams, [
            "set $upstream api:3000;",
            "set $upstream web:3000;",
            "set $upstream admin:3002;",
            "set $upstream api:3000;",
        ]);
    });

    it("ORB-16 says in each line of the access log which service it handed the request to, if any", () => {
        const text = frontConfiguration(inClear);
        assert.match(text, /map "" \$service \{\s+default "";\s+\}/);
        for (const { upstream } of inClear.routes) assert.ok(text.includes(`set $service ${upstream.alias};`));
        assert.match(text, /"service":"\$service"/);
    });

    it("keeps to what a container without privileges may write", () => {
        const text = frontConfiguration(overTls);
        assert.deepEqual(directives(text, "pid"), ["pid /tmp/nginx.pid;"]);
        const folders = text.match(/\w+_temp_path \S+;/g) ?? [];
        assert.equal(folders.length, 5);
        assert.ok(folders.every((line) => line.includes(" /tmp/")));
        assert.deepEqual(directives(text, "user"), []);
        assert.deepEqual(directives(text, "daemon"), ["daemon off;"]);
        assert.deepEqual(directives(text, "server_tokens"), ["server_tokens off;"]);
    });

    it("writes no query, cookie or authorization into the log", () => {
        const [format = ""] = directives(frontConfiguration(inClear), "log_format");
        assert.ok(format.includes("escape=json"));
        assert.ok(!/\$(request|request_uri|args|query_string|uri|http_(?!user_agent))\b/.test(format), format);
        JSON.parse(format.slice(format.indexOf("'") + 1, -2).replace(/:\$\w+/g, ":0"));
    });

    it("believes nobody about a visitor who is not told to be believed", () => {
        assert.ok(!frontConfiguration(inClear).includes("real_ip"));
        const text = frontConfiguration({ ...inClear, trustedProxies: ["10.1.0.0/16", "2400:cb00::/32"] });
        assert.deepEqual(directives(text, "set_real_ip_from"), [
            "set_real_ip_from 10.1.0.0/16;",
            "set_real_ip_from 2400:cb00::/32;",
        ]);
        assert.deepEqual(block(text, "geo "), ["default 0;", "10.1.0.0/16 1;", "2400:cb00::/32 1;"]);
    });

    it("groups servers only where a route is sticky", () => {
        const routes = onPremises().map((route) => ({ ...route, sticky: route.webSocket }));
        const text = frontConfiguration({ ...inClear, routes });
        assert.deepEqual(block(text, "upstream "), [
            "zone sticky_gateway_3000 64k;",
            "hash $remote_addr;",
            "server gateway:3000 resolve;",
        ]);
        assert.ok(block(text, "location /voice/ ").includes("proxy_pass http://sticky_gateway_3000;"));
    });
});

/** The text without its words: what is left is what nginx takes apart. */
const structure = (text: string): string => text.replaceAll("\\.", ".").replace(/[^\s;{}"'\\$#]+/g, "w");

describe("what the front cannot take", () => {
    const [route] = onPremises();
    assert.ok(route !== undefined);
    const refused = (front: Partial<FrontConfiguration>, message: RegExp): void =>
        assert.throws(() => frontConfiguration({ ...inClear, ...front }), { name: "RangeError", message });

    it("is refused with what it is and what to write instead", () => {
        refused({ ports: { http: 80 } }, /port 80: write a whole number from 1024/);
        refused({ ports: {} }, /at least one of http and https/);
        refused({ ports: { http: 8080, https: 8443 } }, /both tls and ports\.https/);
        refused({ ports: { http: 8080 }, status: 8080 }, /a port of its own/);
        refused({ routes: [{ ...route, prefix: "/api" }] }, /route "\/api": write a prefix like/);
        refused({ routes: [{ ...route, prefix: "/a/../" }] }, /a prefix like/);
        refused({ routes: [{ ...route, prefix: "/nginx-health/" }] }, /is the front's own/);
        refused({ routes: [route, route] }, /"any host \/api\/": write each prefix of a host once/);
        refused({ routes: [{ ...route, timeout: Number.NaN as Seconds }] }, /a length of time/);
        refused({ elsewhere: "www.example.com" }, /no host is unknown/);
        refused({ routes: at("a.example.com", [route]), elsewhere: "b.example.com" }, /a host that has routes/);
        refused(
            { redirects: { "a.example.com": "b.example.com", "b.example.com": "c.example.com" } },
            /lead on itself/,
        );
        refused({ trustedProxies: ["10.0.0.0/33"] }, /"10\.0\.0\.0\/33": write an address or CIDR/);
        refused({ trustedProxies: ["fe80::1%a;b"] }, /"fe80::1%a;b": write an address or CIDR/);
        refused({ acmeChallenge: "relative" }, /an absolute path/);
        assert.doesNotThrow(() => frontConfiguration({ ...inClear, redirects: { constructor: "a.example.com" } }));
    });

    it("is whatever could get out of its place: every text is refused, or is one word of nginx's", () => {
        const dangerous = fc.constantFrom(..." ;{}$\"'\\#\n\r\t*~^()/.:%\0");
        const text = fc.oneof(
            fc.string({ unit: "binary", maxLength: 12 }),
            fc
                .array(fc.oneof(dangerous, fc.constantFrom(..."ab1-_")), { maxLength: 12 })
                .map((parts) => parts.join("")),
        );
        const shapes: Record<string, (value: string) => Partial<FrontConfiguration>> = {
            host: (host) => ({ routes: [{ ...route, host }] }),
            prefix: (value) => ({ routes: [{ ...route, prefix: `/${value}/` }] }),
            alias: (alias) => ({ routes: [{ ...route, upstream: { alias, port: 1 } }] }),
            "sticky alias": (alias) => ({ routes: [{ ...route, sticky: true, upstream: { alias, port: 1 } }] }),
            "redirect from": (from) => ({ redirects: { [from]: "voice.example.com" } }),
            "redirect to": (to) => ({ redirects: { "a.example.com": to } }),
            elsewhere: (elsewhere) => ({ elsewhere, routes: [{ ...route, host: elsewhere }] }),
            range: (range) => ({ trustedProxies: [range] }),
            folder: (folder) => ({ acmeChallenge: `/${folder}` }),
            certificate: (file) => ({
                tls: { certificate: `/${file}`, key: "/key" },
                ports: { http: 8080, https: 8443 },
            }),
        };
        for (const [name, shape] of Object.entries(shapes)) {
            const expected = structure(
                frontConfiguration({ ...inClear, ...shape(name === "range" ? "10.9.8.7" : "word") }),
            );
            fc.assert(
                fc.property(text, (value) => {
                    let made: string;
                    try {
                        made = frontConfiguration({ ...inClear, ...shape(value) });
                    } catch (error) {
                        assert.ok(error instanceof RangeError);
                        return;
                    }
                    assert.match(value, /^[A-Za-z0-9._~:/-]+$/, name);
                    assert.equal(structure(made), expected);
                }),
                { numRuns: 80 },
            );
        }
    });
});
