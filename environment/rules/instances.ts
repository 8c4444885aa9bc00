import { instancesOf, services } from "../defaults";
import { rule } from "./rule";

export const instances = rule({
    name: "instances",
    demands: "A service has no more instances at least than at most, and in a sandbox one at most, none when idle",
    requirements: ["MVA-2"],
    needs: ["tier", "api", "gateway", "web"],
    *check(environment) {
        for (const service of services) {
            const { min, max } = instancesOf(environment, service);
            if (min > max)
                yield {
                    path: [service, "instances", "min"],
                    message: `${min} is more than ${service}.instances.max, which is ${max}`,
                    repair: `write at most ${max}, or raise the maximum`,
                };
            if (environment.tier === "sandbox" && max > 1)
                yield {
                    path: [service, "instances", "max"],
                    message: `${max} is too many for a sandbox, which is kept cheap`,
                    repair: "write 1",
                };
            else if (environment.tier === "sandbox" && min > 0)
                yield {
                    path: [service, "instances", "min"],
                    message: `${min} would run while the sandbox is idle, which is kept cheap`,
                    repair: "write 0",
                };
        }
    },
});
