import { saysSecret } from "../../recognise";
import type { Rule } from "../../rule";
import { asDockerContainer, pieces, type Variable, workloads } from "../../views";

export const secretsAsFiles: Rule = {
    name: "secrets-as-files",
    kind: "hygiene",
    forbids: "No container should get its secrets as variables, where it could read them from files.",
    why: "Whoever may look at a container sees its variables, and so does every process that it starts.",
    level: "advisory",
    severity: "low",
    requirements: ["ORB-11"],
    repair: "Let the application read `NAME_FILE`, and leave `secretsAs: variables` out of the stack file.",
    platforms: ["docker"],
    // A service is told of once, however many containers answer to its name.
    *check(scope) {
        const told = new Set<string>();
        for (const { resource, name, variables } of workloads(scope)) {
            const container = asDockerContainer(resource);
            if (container === undefined) continue;
            const secret = variables.filter(isSecret).map((variable) => variable.name);
            const message = `"${container.aliases[0] ?? name}" gets secrets as variables: ${secret.join(", ")}.`;
            if (secret.length === 0 || told.has(message)) continue;
            told.add(message);
            yield { urn: resource.urn, message };
        }
    },
};

const isSecret = ({ name, value, file }: Variable): boolean => {
    const { text } = pieces(value);
    return file === undefined && text !== "" && !isPath.test(text) && (saysSecret(name) || withPassword.test(text));
};

const isPath = /^(\/[\w.-]+)+$/;
const withPassword = /[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/iu;
