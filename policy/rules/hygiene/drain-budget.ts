import type { Rule } from "../../rule";
import { type Gateway, gateways } from "../../views/gateway";

/** Cloud Run: https://cloud.google.com/run/docs/configuring/request-timeout */
const longestTimeout = 3600;
const usualTimeout = 300;
/** Cloudflare closes a connection that is silent for 100 s: https://developers.cloudflare.com/fundamentals/reference/connection-limits */
const idleLimit = 100;

export const drainBudget: Rule = {
    name: "drain-budget",
    kind: "hygiene",
    forbids: "No deployment may cut a call: longest call ≤ drain ≤ the time that the platform leaves a connection.",
    why: "A caller who is cut off in mid-sentence does not call again.",
    level: "mandatory",
    severity: "high",
    requirements: ["VOX-1"],
    repair: "Raise the timeout (at most 3600s) or the grace period, or shorten `gateway.calls`.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        for (const gateway of gateways(scope)) {
            for (const message of breaches(gateway)) yield { urn: gateway.workload.resource.urn, message };
        }
    },
};

function* breaches({ workload, longestCall, drain, heartbeat }: Gateway): Generator<string> {
    const calls = longestCall ?? 0;
    const leaves = drain ?? calls;
    if (leaves < calls) yield `It drains for ${leaves} s, but a call may last ${calls} s.`;
    if (workload.platform === "gcp" && !workload.unread.has("timeout")) {
        const timeout = workload.timeout ?? usualTimeout;
        const longest = Math.max(calls, leaves);
        if (timeout > longestTimeout) yield `Its timeout of ${timeout} s is more than Cloud Run's ${longestTimeout} s.`;
        if (timeout < longest) yield `Its timeout of ${timeout} s cuts a call that may last ${longest} s.`;
    }
    if (workload.grace !== undefined && !workload.unread.has("grace") && workload.grace < leaves) {
        yield `It is killed after ${workload.grace} s, but drains for ${leaves} s.`;
    }
    if (heartbeat !== undefined && heartbeat >= idleLimit)
        yield `Its heartbeat every ${heartbeat} s is slower than the edge's idle limit of ${idleLimit} s.`;
}
