import assert from "node:assert/strict";
import { Call, opcodes } from "./call";
import { endAll, type Running, start } from "./process";

const callTo = async ({ port }: Running) => {
    const call = await Call.begin(port);
    await call.nextText(); // what the gateway says of itself
    return call;
};

describe("the sample gateway", () => {
    afterEach(endAll);

    it("is healthy and tells its environment and calls", async () => {
        const gateway = await start("gateway", { ENVIRONMENT: "local" });
        await callTo(gateway);
        const { status, body } = await gateway.get("/health");
        const { environment, calls } = JSON.parse(body);
        assert.deepEqual([status, environment, calls], [200, "local", 1]);
    });

    it("says back what is said, whole where it came in pieces", async () => {
        const call = await callTo(await start("gateway"));
        assert.equal(await call.say("good morning"), "good morning");
        assert.equal(await call.say("é".repeat(5000)), "é".repeat(5000));
        call.send(opcodes.text, "one ", { isLast: false });
        call.send(opcodes.ping, "");
        call.send(opcodes.continuation, "two");
        assert.equal((await call.next()).opcode, opcodes.pong);
        assert.equal(await call.nextText(), "one two");
    });

    it("on SIGTERM takes no new call and lets those in progress end in their own time", async () => {
        const gateway = await start("gateway");
        const calls = await Promise.all([callTo(gateway), callTo(gateway)]);
        gateway.leave();
        await assert.rejects(async () => {
            for (;;) {
                await (await callTo(gateway)).socket.destroy();
            }
        }, /ECONNREFUSED|refused with 503|socket hang up|ECONNRESET/);
        for (const call of calls) {
            assert.equal(await call.say("still there?"), "still there?");
            call.hangUp();
            assert.equal(await call.closing(), 1000);
        }
        assert.equal(await gateway.ended, 0);
    });

    it("ends the calls that are left when the drain is over", async () => {
        const gateway = await start("gateway", { DRAIN_SECONDS: "0.2" });
        const call = await callTo(gateway);
        gateway.leave();
        assert.equal(await call.closing(), 1001);
        call.hangUp();
        assert.equal(await gateway.ended, 0);
    });

    it("ends a call that is longer than the longest", async () => {
        const call = await callTo(await start("gateway", { CALL_MAX_SECONDS: "0.1" }));
        assert.equal(await call.closing(), 1000);
    });

    it("pings at each heartbeat, and gives up who does not answer", async () => {
        const gateway = await start("gateway", { HEARTBEAT_SECONDS: "0.25" });
        const call = await callTo(gateway);
        call.answersPings = false;
        for (let beat = 0; beat < 2; beat++) {
            assert.equal((await call.next()).opcode, opcodes.ping);
            call.send(opcodes.pong, "");
        }
        await call.ended;
    });

    it("refuses what a client may not send", async () => {
        const call = await callTo(await start("gateway"));
        call.send(opcodes.text, "in clear", { isMasked: false });
        assert.equal(await call.closing(), 1002);
    });
});
