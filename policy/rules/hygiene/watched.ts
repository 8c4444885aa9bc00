import type { Finding, Rule, Scope } from "../../rule";
import { alerts, databases, entries, isAbout, tells, text, uptimeHosts, workloads } from "../../views";

/** How a filter, a query or a search for log entries says that it looks for failures. */
const failures = /5xx|response_code|select_slo_burn_rate|severity\s*(>=|=)\s*"?(ERROR|CRITICAL)|error/i;
const cloudSql = /cloudsql[._]/i;
const alloyDb = /alloydb[._]/i;

export const watched: Rule = {
    name: "watched",
    kind: "hygiene",
    forbids: "Nothing that callers reach, and no database server, may go unwatched above the sandbox.",
    why: "Otherwise the first to tell of an outage are the callers.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ACG-14", "ORB-9"],
    repair: "Describe `monitoring` in the stack file, or add an uptime check and an alert policy that tells somebody.",
    platforms: ["gcp"],
    *check(scope) {
        const { tier } = scope.environment;
        if (!scope.complete || (tier !== "production" && tier !== "pre-production")) return;
        // Uptime checks and alert policies are Google Cloud's; what watches a Docker host, no plan of it shows yet.
        if (scope.environment.platform !== "gcp") return;
        yield* unseenFromOutside(scope);
        yield* silentFailures(scope);
        yield* unwatchedDatabases(scope);
    },
};

/** A name that is not wholly known, or stands for many, cannot be asked for. */
const whole = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

function* unseenFromOutside(scope: Scope): Generator<Finding> {
    const checked = new Set(uptimeHosts(scope));
    if (checked.has(undefined)) return;
    const said = new Set<string>();
    for (const { resource, host } of entries(scope)) {
        if (checked.has(host) || said.has(host) || !whole.test(host)) continue;
        if (text(resource.inputs.name)?.startsWith("*")) continue;
        said.add(host);
        yield { urn: resource.urn, message: `Nothing asks from outside whether "${host}" answers.` };
    }
}

function* silentFailures(scope: Scope): Generator<Finding> {
    const told = alerts(scope).filter(tells);
    for (const { resource, platform, kind, name } of workloads(scope)) {
        if (platform !== "gcp" || kind !== "service") continue;
        if (!told.some((alert) => isAbout(alert, failures, "service_name", name)))
            yield { urn: resource.urn, message: `Nobody is told when "${name}" answers with errors.` };
    }
}

/** Firestore has no server whose parts run out. */
function* unwatchedDatabases(scope: Scope): Generator<Finding> {
    const told = alerts(scope).filter(tells);
    for (const { resource, platform } of databases(scope)) {
        const server = resource.type.includes("sql/")
            ? cloudSql
            : resource.type.includes("alloydb/instance")
              ? alloyDb
              : undefined;
        if (platform !== "gcp" || server === undefined) continue;
        const name = text(resource.inputs.name ?? resource.inputs.instanceId);
        if (!told.some((alert) => isAbout(alert, server, server === cloudSql ? "database_id" : "instance_id", name)))
            yield { urn: resource.urn, message: "Nobody is told when the database runs out of something." };
    }
}
