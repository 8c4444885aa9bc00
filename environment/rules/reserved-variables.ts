import { services } from "../defaults";
import { rule } from "./rule";

/** Set by Cloud Run, which refuses a service that sets them: https://cloud.google.com/run/docs/container-contract */
const reserved: ReadonlySet<string> = new Set(["PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"]);

export const reservedVariables = rule({
    name: "reserved-variables",
    demands: "No service sets a variable that the platform sets",
    requirements: ["ORB-6"],
    needs: ["platform", "api", "gateway", "web", "secrets"],
    *check(environment) {
        const repair = "remove it; the port of a service is its `port`";
        const message = (name: string) => `${name} is set by Cloud Run`;
        for (const name of Object.keys(environment.secrets))
            if (reserved.has(name)) yield { path: ["secrets", name], message: message(name), repair };
        for (const service of services) {
            const { variables, secrets } = environment[service];
            for (const name of Object.keys(variables))
                if (reserved.has(name)) yield { path: [service, "variables", name], message: message(name), repair };
            for (const [index, name] of secrets.entries())
                if (reserved.has(name)) yield { path: [service, "secrets", index], message: message(name), repair };
        }
    },
});
