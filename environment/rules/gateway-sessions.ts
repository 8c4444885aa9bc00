import { gatewaySessionsOf, instancesOf } from "../defaults";
import { rule } from "./rule";

export const gatewaySessions = rule({
    name: "gateway-sessions",
    demands: "Calls keep their state in Redis where several instances serve real or realistic traffic",
    requirements: ["ORB-7", "VOX-1"],
    needs: ["tier", "gateway", "redis"],
    *check(environment) {
        const { tier, gateway, redis } = environment;
        if (gateway.sessions === "redis" && redis === undefined)
            yield {
                path: ["gateway", "sessions"],
                message: '"redis" needs a Redis, and the environment has none',
                repair: 'add ringfence:redis, or write "memory"',
            };
        const { max } = instancesOf(environment, "gateway");
        const realistic = tier === "pre-production" || tier === "production";
        // Sticky sessions are best effort: https://cloud.google.com/run/docs/configuring/session-affinity
        if (realistic && gatewaySessionsOf(environment) === "memory" && max > 1)
            yield {
                path: ["gateway", "sessions"],
                message: `sessions live in the memory of up to ${max} instances, and a client that reconnects may meet another one`,
                repair: 'write "redis" and add ringfence:redis, or limit gateway.instances.max to 1',
            };
    },
});
