import { drainOf } from "../defaults";
import { durationText, toSeconds } from "../units";
import { rule } from "./rule";

/** Cloudflare closes a connection on which nothing was heard so long: https://developers.cloudflare.com/fundamentals/reference/connection-limits/ */
const idleTimeout = 100;
/** A heartbeat may get lost: the next one must still come in time. */
const slowestHeartbeat = toSeconds(idleTimeout / 2);

export const drainBudget = rule({
    name: "drain-budget",
    demands:
        "Longest call ≤ drain ≤ request timeout, and heartbeats come in good time before an idle connection is closed",
    requirements: ["VOX-1"],
    needs: ["gateway"],
    *check({ gateway }) {
        const { calls, timeout } = gateway;
        const drain = drainOf({ gateway });
        if (calls.longest > drain)
            yield {
                path: ["gateway", "calls", "drain"],
                message: `${durationText(drain)} is shorter than the longest call, ${durationText(calls.longest)}, which a deploy would cut`,
                repair: `write at least ${durationText(calls.longest)}, or leave the key out`,
            };
        // Cloud Run has no drain of its own: a leaving instance keeps its requests until they end or time out. That
        // the timeout is at most 3600 s there is the schema's affair.
        if (drain > timeout)
            yield {
                path: ["gateway", "calls", calls.drain === undefined ? "longest" : "drain"],
                message: `${durationText(drain)} is longer than the request timeout, ${durationText(timeout)}, after which the platform ends a call`,
                repair: `write at most ${durationText(timeout)}, or raise ringfence:gateway.timeout (3600s at most)`,
            };
        if (calls.heartbeat > slowestHeartbeat)
            yield {
                path: ["gateway", "calls", "heartbeat"],
                message: `${durationText(calls.heartbeat)} is too slow: Cloudflare closes a connection that is idle for ${idleTimeout}s, and one heartbeat may get lost`,
                repair: `write at most ${durationText(slowestHeartbeat)}`,
            };
    },
});
