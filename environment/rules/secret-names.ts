import { services } from "../defaults";
import { rule } from "./rule";

export const secretNames = rule({
    name: "secret-names",
    demands: "A variable has one value from one place: in clear, made up, encrypted, or supplied by somebody",
    requirements: ["ORB-11"],
    needs: ["api", "gateway", "web", "secrets"],
    *check(environment) {
        for (const [name, { value, generate }] of Object.entries(environment.secrets))
            if (value !== undefined && generate !== undefined)
                yield {
                    path: ["secrets", name, "generate"],
                    message: "the program cannot make up a value that is given",
                    repair: "remove `generate` or `value`",
                };
        for (const service of services) {
            const { variables, secrets } = environment[service];
            for (const [index, name] of secrets.entries())
                if (secrets.indexOf(name) < index)
                    yield {
                        path: [service, "secrets", index],
                        message: `${name} stands in the list twice`,
                        repair: "remove one of them",
                    };
            for (const name of Object.keys(variables))
                if (secrets.includes(name) || Object.hasOwn(environment.secrets, name))
                    yield {
                        path: [service, "variables", name],
                        message: `${name} is a variable here and a secret in ${secrets.includes(name) ? `${service}.secrets` : "ringfence:secrets"}`,
                        repair: "remove one of them",
                    };
        }
    },
});
