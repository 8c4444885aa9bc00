import { strict as assert } from "node:assert";
import { BackEnd } from "../back-end";
import { onPremises } from "../fronts";
import { resolvesGroups } from "../nginx";
import { until } from "../tools";
import { Call, visit } from "../visitor";
import { describeFront } from "./stand";

describeFront("calls and services that come and go", (stand) => {
    describe("VOX-1 keeps calls", () => {
        it("through a reload and through a stop, until the caller hangs up", async () => {
            const { nginx, request, get } = await stand.front({}, true);
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
            await instances.old.listen(stand.servicePort, old);
        });
        afterEach(() => {
            for (const each of Object.values(instances)) each.close();
            stand.names.addresses.set("api", ["127.0.1.1"]);
            stand.names.addresses.set("gateway", ["127.0.1.2"]);
        });

        it("VOX-1 is not missed: not before the new one listens, nor after the old one has closed its door", async () => {
            const both = [old, next];
            stand.names.addresses.set("api", both).set("gateway", both);
            const { get, request } = await stand.front();
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
            await instances.next.listen(stand.servicePort, next);
            assert.deepEqual(new Set(await all(40)), new Set(["old", "next"]));
            instances.old.closeDoor();
            assert.deepEqual(new Set(await all(12)), new Set(["next"]));
            call.say("held");
            await until("the call goes on at the old one", () => call.hears("held"));
            call.end();
        });

        it("is found at its new address, while nginx runs on", async () => {
            stand.names.addresses.set("api", [old]);
            const { get } = await stand.front();
            assert.equal((await get("/api/")).seen.by, "old");
            await instances.next.listen(stand.servicePort, next);
            stand.names.addresses.set("api", [next]);
            instances.old.close();
            await until("every worker has found the new one", async () => {
                const answers = await Promise.all(Array.from({ length: 8 }, () => get("/api/")));
                return answers.every(({ seen }) => seen?.by === "next");
            });
        });

        it("is not needed for nginx to start: what is missing is a 502, and the others answer", async () => {
            stand.names.addresses.delete("api");
            const { get, nginx } = await stand.front();
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
                await instances.next.listen(stand.servicePort, next);
                stand.names.addresses.set("api", [old, next]);
                const { get } = await stand.front({
                    routes: onPremises(stand.servicePort).map((each) => ({ ...each, sticky: true })),
                });
                await until("the alias is resolved", async () => (await get("/api/")).status === 200);
                const answers = await Promise.all(Array.from({ length: 10 }, () => get("/api/x")));
                assert.equal(new Set(answers.map(({ seen }) => `${seen.by} ${seen.url}`)).size, 1);
            });
    });
});
