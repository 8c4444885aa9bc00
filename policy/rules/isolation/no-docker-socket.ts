import { engineSocketsOf, isDeclaredEngineReader } from "../../declared/engine-reader";
import type { Rule } from "../../rule";
import { asDockerContainer, isEngineSocket, isUnknown, judged, text } from "../../views";

export const noDockerSocket: Rule = {
    name: "no-docker-socket",
    kind: "isolation",
    forbids: "No container may have the socket of its Docker Engine, alone or in a folder of the host that holds it.",
    why: "Whoever may talk to the engine owns the host, and every environment that runs on it.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "VOX-3"],
    repair: "Remove the mount; only the engine reader, which `monitoring` declares, gets it, to read what it hands on.",
    platforms: ["docker"],
    *check(scope) {
        for (const resource of judged(scope)) {
            const container = resource.external ? undefined : asDockerContainer(resource);
            if (container === undefined) continue;
            for (const { from, source, path, readOnly } of container.mounts) {
                if (from !== "host") continue;
                const opens =
                    isEngineSocket(source) ||
                    engineSocketsOf(scope).includes(text(source) ?? "") ||
                    (isUnknown(source) && source.parts.length === 0);
                const alone = engineSocketsOf(scope).includes(text(source) ?? "");
                if (!opens || (alone && readOnly && isDeclaredEngineReader(scope, container))) continue;
                yield {
                    urn: resource.urn,
                    message: `What is mounted at ${path} holds the socket of the Docker Engine.`,
                };
            }
        }
    },
};
