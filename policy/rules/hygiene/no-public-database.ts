import type { Value } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { caches, databases, field, items, judged, text } from "../../views";

export const noPublicDatabase: Rule = {
    name: "no-public-database",
    kind: "hygiene",
    forbids: "No database or cache may be reached from outside its environment's network.",
    why: "On the internet a password is all that keeps strangers out.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "ORA-6"],
    repair: "Give it a private address only (`ipv4Enabled: false`, `privateNetwork`), and publish no port of it.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        for (const { resource, openings } of [...databases(scope), ...caches(scope)]) {
            for (const opening of openings)
                yield { urn: resource.urn, message: `It can be reached from outside its network, by ${opening}.` };
        }
        yield* firewalls(scope);
        yield* services(scope);
    },
};

/** PostgreSQL, MySQL, SQL Server, Redis, MongoDB. */
const databasePorts = new Set([5432, 3306, 1433, 6379, 6378, 27017]);
const everybody = new Set(["0.0.0.0/0", "::/0"]);

function* firewalls(scope: Scope): Generator<Finding> {
    for (const { urn, type, inputs } of judged(scope)) {
        if (type !== "gcp:compute/firewall:Firewall" || inputs.direction === "EGRESS") continue;
        if (!items(inputs.sourceRanges).some((range) => everybody.has(text(range) ?? ""))) continue;
        const open = items(inputs.allows).flatMap((allow) => items(field(allow, "ports")));
        const whole = items(inputs.allows).some((allow) => field(allow, "ports") === undefined);
        if (whole || open.some(coversDatabase))
            yield { urn, message: "The firewall lets the whole internet through to a database's port." };
    }
}

/** `5432`, or a range such as `1024-65535`. */
function coversDatabase(ports: Value): boolean {
    const [from = Number.NaN, to = from] = String(ports).split("-").map(Number);
    return [...databasePorts].some((port) => port >= from && port <= to);
}

function* services(scope: Scope): Generator<Finding> {
    for (const { urn, type, inputs } of judged(scope)) {
        if (type !== "kubernetes:core/v1:Service") continue;
        const kind = field(inputs, "spec", "type");
        if (kind !== "LoadBalancer" && kind !== "NodePort") continue;
        if (items(field(inputs, "spec", "ports")).some((port) => databasePorts.has(Number(field(port, "port")))))
            yield { urn, message: `A ${kind} publishes a database's port.` };
    }
}
