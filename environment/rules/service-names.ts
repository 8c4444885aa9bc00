import { serviceNameOf, services } from "../defaults";
import { quoted } from "../wording";
import { rule } from "./rule";

/** https://cloud.google.com/run/docs/deploying */
const longest = 49;
/** The stack's name is part of names everywhere: services, host names, labels, accounts. */
const stackName = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

export const serviceNames = rule({
    name: "service-names",
    demands: "The stack's name fits into the names of its resources, and every service has a name of its own",
    requirements: ["MVA-2"],
    needs: ["tier", "api", "gateway", "web"],
    *check(environment) {
        const { name } = environment;
        if (!stackName.test(name)) {
            yield {
                path: ["tier"],
                message: `the stack's name ${quoted(name)} cannot be part of the names of its resources`,
                repair: "rename the stack: lower-case letters, digits and dashes, a letter first",
            };
            return;
        }
        const taken = new Map<string, string>();
        for (const service of services) {
            const full = serviceNameOf(environment, service);
            const other = taken.get(full);
            taken.set(full, service);
            if (other !== undefined)
                yield {
                    path: [service, "name"],
                    message: `${quoted(full)} is already the name of the service ${other}`,
                    repair: "write another name, or leave the key out",
                };
            if (full.length > longest)
                yield {
                    path: [service, "name"],
                    message: `${quoted(full)} has ${full.length} characters, and a Cloud Run service at most ${longest}`,
                    repair: "write a shorter name, or rename the stack",
                };
        }
    },
});
