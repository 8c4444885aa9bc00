import { services } from "../defaults";
import { sizeText } from "../units";
import { rule } from "./rule";

/** GiB that Cloud Run gives to so many CPUs: https://cloud.google.com/run/docs/configuring/services/memory-limits */
const gibibytes = { 1: [0.5, 4], 2: [0.5, 8], 4: [2, 16], 8: [4, 32] } as const;

export const serviceSize = rule({
    name: "service-size",
    demands: "CPU and memory of a service are a pair that Cloud Run offers",
    requirements: ["ORB-6", "ORB-7", "ORB-8"],
    needs: ["platform", "api", "gateway", "web"],
    *check(environment) {
        if (environment.platform !== "gcp") return;
        for (const service of services) {
            const { cpu, memory } = environment[service];
            const [least, most] = gibibytes[cpu];
            if (memory < least * 1024 || memory > most * 1024)
                yield {
                    path: [service, "memory"],
                    message: `Cloud Run does not give ${sizeText(memory)} to ${cpu} CPU`,
                    repair: `write ${least * 1024}Mi to ${most}Gi, or another number of CPUs`,
                };
        }
    },
});
