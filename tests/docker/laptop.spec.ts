import assert from "node:assert/strict";
import { resolve } from "node:path";
import { Call } from "../examples/workloads/call";
import { Deployment, planned } from "./deployment";
import { docker } from "./engine";
import { get } from "./https";

const root = resolve(__dirname, "../..");

describe("the laptop stack on a Docker Engine", () => {
    let stack: Deployment;
    let port: number;
    const call = async () => {
        const begun = await Call.begin(port, { path: "/voice/", isSecure: true });
        const { instance } = JSON.parse(await begun.nextText()) as { instance: string };
        return Object.assign(begun, { instance });
    };
    const inDatabase = (sql: string) =>
        stack.execute("local-database-server", "psql", "-U", "voice", "-d", "voice", "-Atc", sql);

    before(async () => {
        stack = new Deployment(root, await planned(root, "local"));
        await stack.up();
        port = await stack.port("local-balancer-server", 8443);
    });
    after(async () => await stack?.down());

    it("leads / to the page, with its banner", async () => {
        const { status, body } = await get(port, "/");
        assert.equal(status, 200);
        assert.match(body, /class="banner"[^>]*>LOCAL ENVIRONMENT</);
    });

    it("leads /api/ to the API, which reaches its database and Redis", async () => {
        const { status, body } = await get(port, "/api/health");
        assert.equal(status, 200, body);
        assert.match(body, /PostgreSQL .*schema 3/);
        assert.match(body, /PONG/);
    });

    it("leads /voice/ to the gateway, which holds a call", async () => {
        const begun = await call();
        assert.equal(await begun.say("good morning"), "good morning");
        begun.hangUp();
    });

    it("publishes no port but the front's, on the address asked", async () => {
        const shown = await docker("ps", "--format", "{{.Names}} {{.Ports}}", "--filter", "label=ringfence-test");
        const published = shown.split("\n").filter((line) => line.includes("->"));
        assert.equal(published.length, 1, shown);
        assert.doesNotMatch(shown, /0\.0\.0\.0|\[::\]/);
    });

    it("keeps the database from those who do not use it", async () => {
        const resolves = (service: string) =>
            stack
                .execute(service, "getent", "hosts", "ringfence-local-database")
                .then(() => true)
                .catch(() => false);
        assert.deepEqual(
            [await resolves("local-api-container-1"), await resolves("local-web-container-1")],
            [true, false],
        );
    });

    it("lets no process write to its root", async () => {
        for (const name of ["local-api-container-1", "local-database-server", "local-balancer-server"])
            await assert.rejects(stack.execute(name, "touch", "/here"), /Read-only file system/);
    });

    it("keeps its data when the database is started again", async () => {
        await inDatabase("INSERT INTO workload_calls DEFAULT VALUES");
        await docker("restart", "--time", "60", stack.container("local-database-server"));
        await assert.doesNotReject(async () => {
            while (!(await inDatabase("SELECT 1").catch(() => ""))) await get(port, "/");
        });
        assert.equal(await inDatabase("SELECT count(*) FROM workload_calls"), "1");
    });

    it("VOX-1 holds fifty calls while the gateway is replaced, and refuses no new one", async () => {
        const calls = await Promise.all(Array.from({ length: 50 }, call));
        const former = calls[0]?.instance;
        const replaced = stack.replace("local-gateway-container-1");
        let isReplaced = false;
        void replaced.then(() => {
            isReplaced = true;
        });
        // Callers come all the time, and some more once the old one no longer listens.
        let reached: string | undefined;
        for (let after = 0; after < 20; after += isReplaced ? 1 : 0) {
            const next = await call();
            assert.equal(await next.say("hello?"), "hello?");
            next.hangUp();
            reached = next.instance;
        }
        assert.notEqual(reached, former);
        for (const held of calls) {
            assert.equal(await held.say("still there?"), "still there?");
            held.hangUp();
            assert.equal(await held.closing(), 1000);
        }
        const { old, ended } = await replaced;
        await ended;
        assert.equal(await docker("inspect", "--format", "{{.State.ExitCode}}", old), "0");
    });
});
