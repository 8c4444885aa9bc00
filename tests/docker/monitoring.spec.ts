import { strict as assert } from "node:assert";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Deployment } from "./deployment";
import { docker } from "./engine";
import { get } from "./https";
import { watchedLaptop } from "./watched";

const root = resolve(__dirname, "../..");
const minute = 60_000;

describe("the monitoring of a stack on a Docker Engine", () => {
    let stack: Deployment;
    const prometheus = async (path: string) => {
        const answer = await stack.execute(
            "local-monitoring-prometheus",
            ...["wget", "-q", "-O", "-", `http://127.0.0.1:9090/api/v1/${path}`],
        );
        return JSON.parse(answer).data;
    };
    const figure = async (query: string): Promise<number | undefined> => {
        const { result } = await prometheus(`query?query=${encodeURIComponent(query)}`);
        return result.length === 0 ? undefined : Number(result[0].value[1]);
    };
    /** What is measured every 15 s is there after a while. */
    async function until(of: string, is: () => Promise<boolean>, within = minute): Promise<void> {
        for (const end = Date.now() + within; Date.now() < end; await pause(1000)) if (await is()) return;
        assert.fail(of);
    }
    const status = (method: string, path: string) =>
        stack.execute(
            "local-monitoring-engine-reader",
            ...["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-X", method, `http://127.0.0.1:2375${path}`],
        );
    const inDatabase = (user: string, sql: string) =>
        stack.execute("local-database-server", "psql", "-U", user, "-d", "voice", "-Atc", sql);

    before(async () => {
        stack = new Deployment(root, await watchedLaptop(root));
        await stack.up();
    });
    after(async () => await stack?.down());

    it("ORB-16 measures nginx, PostgreSQL, Redis and the host's disk", async () => {
        for (const there of ["nginx_up == 1", "pg_up == 1", "redis_up == 1", "node_filesystem_avail_bytes > 0"])
            await until(there, async () => (await figure(there)) !== undefined);
        assert.equal(await figure("pg_settings_max_connections"), 100);
    }).timeout(5 * minute);

    it("takes every rule of the alerts, and knows who sends the mails", async () => {
        const { groups } = await prometheus("rules");
        const rules = groups.flatMap((group: { rules: readonly object[] }) => group.rules);
        assert.ok(rules.length > 5);
        const { activeAlertmanagers } = await prometheus("alertmanagers");
        assert.equal(activeAlertmanagers.length, 1);
    });

    it("notices that a part is gone", async () => {
        await docker("stop", stack.container("local-monitoring-redis-exporter"));
        await until("a target that is down", async () => (await figure('up{job="redis-exporter"}')) === 0);
    }).timeout(2 * minute);

    it("lists a collector its own containers, and refuses names, files and whatever changes one", async () => {
        const listed = JSON.parse(
            await stack.execute(
                "local-monitoring-engine-reader",
                ...["curl", "-s", "http://127.0.0.1:2375/containers/json?all=1&filters=%7B%7D"],
            ),
        ) as readonly { readonly Id: string; readonly Labels: Readonly<Record<string, string>> }[];
        assert.ok(listed.length > 5);
        for (const { Labels } of listed) assert.deepEqual([Labels.project, Labels.environment], ["ringfence", "local"]);
        const [{ Id } = { Id: "" }] = listed;
        assert.equal(await status("GET", `/containers/${Id}/json`), "200");
        for (const [method, path] of [
            ["GET", `/containers/${stack.container("local-database-server")}/json`],
            ["GET", "/images/json"],
            ["GET", `/containers/${Id}/archive?path=/run/secrets`],
            ["POST", "/containers/create"],
            ["POST", `/containers/${Id}/exec`],
            ["DELETE", `/containers/${Id}`],
        ] as const)
            assert.equal(await status(method, path), "403", `${method} ${path}`);
    });

    it("looks into PostgreSQL as one who may read no table, and no other session's statement", async () => {
        const of = "ringfence_monitoring";
        for (const role of ["pg_monitor", "pg_read_all_stats", "pg_read_all_data"])
            assert.equal(await inDatabase(of, `SELECT pg_has_role('${role}', 'member')`), "f", role);
        const [table] = (
            await inDatabase("voice", "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ).split("\n");
        assert.ok(table, "the sample has a table");
        await assert.rejects(inDatabase(of, `SELECT * FROM "${table}"`), /permission denied/);
    });

    it("is reached by no service, and its figures by no visitor", async () => {
        const resolves = (name: string) =>
            stack
                .execute("local-api-container-1", "getent", "hosts", name)
                .then(() => true)
                .catch(() => false);
        for (const name of ["prometheus", "alertmanager", "engine-reader"]) assert.equal(await resolves(name), false);
        const port = await stack.port("local-balancer-server", 8443);
        assert.equal((await get(port, "/stub_status")).body.includes("Active connections"), false);
    });
});
