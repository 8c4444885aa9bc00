import { rule } from "./rule";

export const services = rule({
    name: "services",
    demands: "The gateway and the web run beside the API that they call, and no service stands in the list twice",
    requirements: ["ORB-7", "ORB-8"],
    needs: ["services"],
    *check({ services: run }) {
        for (const [index, service] of run.entries()) {
            if (run.indexOf(service) < index)
                yield {
                    path: ["services", index],
                    message: `${service} stands in the list twice`,
                    repair: "remove one of them",
                };
            else if (service === "gateway" && !run.includes("api"))
                yield {
                    path: ["services", index],
                    message: "the gateway works for the API, which does not run here",
                    repair: "add api, or remove gateway",
                };
        }
    },
});
