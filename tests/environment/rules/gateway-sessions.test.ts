import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("gateway-sessions");
const sessions = "ringfence:gateway.sessions";
const noRedis = { "ringfence:redis": undefined };

describe("the rule gateway-sessions", () => {
    it("accepts sessions in Redis, and in memory where one instance has them all", () => {
        accepts("production");
        accepts("sandbox");
        accepts("pre-production", { ...noRedis, "ringfence:gateway.instances": { min: 1, max: 1 } });
    });
    it("refuses sessions in a Redis that is not there", () => {
        refuses(
            "sandbox",
            { [sessions]: "redis" },
            { key: sessions, message: "the environment has none", repair: "add ringfence:redis" },
        );
    });
    it("ORB-7 refuses sessions in the memory of several instances above the sandbox", () => {
        for (const changes of [noRedis, { [sessions]: "memory" }])
            refuses("production", changes, { key: sessions, message: "up to 4 instances", repair: 'write "redis"' });
    });
});
