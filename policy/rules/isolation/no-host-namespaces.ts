import { Partial, type ResourceFacts, type Value } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { asDockerContainer, judged, unprovenDockerName } from "../../views";

export const noHostNamespaces: Rule = {
    name: "no-host-namespaces",
    kind: "isolation",
    forbids:
        "No container may share the host's network, processes, memory, users or control groups, nor those of a container of another environment.",
    why: "There it sees, and reaches, what runs in every other environment on the host.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "VOX-3"],
    repair: "Leave `networkMode`, `pidMode`, `ipcMode`, `usernsMode` and `cgroupnsMode` out, and join a network of this stack.",
    platforms: ["docker"],
    *check(scope) {
        for (const resource of judged(scope)) {
            const container = resource.external ? undefined : asDockerContainer(resource);
            for (const [property, value] of Object.entries(container?.namespaces ?? {})) {
                const whose = foreignNamespace(scope, resource, property, value);
                if (whose !== undefined) yield { urn: resource.urn, message: `Its ${property} is ${whose}.` };
            }
        }
    },
};

function foreignNamespace(scope: Scope, resource: ResourceFacts, property: string, value: Value): string | undefined {
    if (value === "host") return "the host's";
    const other = containerNamed(value);
    if (other === undefined) return undefined;
    const why = unprovenDockerName(scope, resource, property, "container", other);
    return why === undefined ? undefined : `another container's: ${why}`;
}

/** `container:<name>`; what is not known at all may be that. */
function containerNamed(value: Value): Value | undefined {
    if (typeof value === "string") return /^container:(.*)$/.exec(value)?.[1];
    if (!(value instanceof Partial)) return undefined;
    const [first, ...rest] = value.parts;
    return first === "container:" ? new Partial(rest) : value;
}
