import type { Finding, Rule, Scope } from "../../rule";
import {
    alerts,
    asDockerContainer,
    databases,
    entries,
    isAbout,
    judged,
    tells,
    text,
    uptimeHosts,
    workloads,
} from "../../views";
import { pieces } from "../../views/pieces";

/** How a filter, a query or a search for log entries says that it looks for failures. */
const failures = /5xx|response_code|select_slo_burn_rate|severity\s*(>=|=)\s*"?(ERROR|CRITICAL)|error/i;
const cloudSql = /cloudsql[._]/i;
const alloyDb = /alloydb[._]/i;

export const watched: Rule = {
    name: "watched",
    kind: "hygiene",
    forbids:
        "Nothing that callers reach, and no database server, may go unwatched above the sandbox; on a Docker host, no port that production publishes.",
    why: "Otherwise the first to tell of an outage are the callers.",
    // A Docker host may be watched by what its owner has beside it, of which no plan tells.
    level: ({ tier, platform }) => (tier === "production" && platform === "gcp" ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ACG-14", "ORB-9", "ORB-16"],
    repair: "Describe `monitoring` in the stack file; or, on Google Cloud, add an uptime check and an alert policy that tells somebody.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        const { tier } = scope.environment;
        if (!scope.complete || (tier !== "production" && tier !== "pre-production")) return;
        if (scope.environment.platform === "docker") return yield* unwatchedHost(scope);
        yield* unseenFromOutside(scope);
        yield* silentFailures(scope);
        yield* unwatchedDatabases(scope);
    },
};

/** What keeps figures and judges them. */
const judges = /(^|\/)prometheus(:|@|$)/;

/** Below production, callers are told that it may break. */
function* unwatchedHost(scope: Scope): Generator<Finding> {
    if (scope.environment.tier !== "production") return;
    const running = workloads(scope).filter(({ platform, kind }) => platform === "docker" && kind === "service");
    if (running.some(({ images }) => images.some((image) => judges.test(pieces(image).text)))) return;
    for (const resource of judged(scope)) {
        const ports = resource.external ? [] : (asDockerContainer(resource)?.ports ?? []);
        if (ports.length > 0)
            yield { urn: resource.urn, message: "Callers come in here, and nothing watches what they find." };
    }
}

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
