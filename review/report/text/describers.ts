import { items, text } from "../../../policy/views/read";
import type { PlannedResource } from "../../plan";
import type { IsOpen } from "./callers";
import { containers } from "./docker";
import { numberAt, textAt, valueAt } from "./inputs";
import { counted, grouped, once } from "./words";
import { forwardedMail, zoneRulesets, zoneSettings } from "./zone";

/**
 * What a reader wants to know of a resource at a glance. One describer a type: it is given all resources of its type in
 * a component and answers with short phrases; a type without a describer is only counted.
 */
type Describer = (resources: readonly PlannedResource[], isOpen: IsOpen) => readonly (string | undefined)[];

/** The phrases for a component's own resources. */
export function describe(resources: readonly PlannedResource[], isOpen: IsOpen): readonly string[] {
    const phrases = [...grouped(resources, ({ facts }) => facts.type)].flatMap(
        ([type, ofType]) => describers[type]?.(ofType, isOpen) ?? [],
    );
    return once(phrases.filter((phrase) => phrase !== undefined && phrase !== "")) as string[];
}

const each =
    (describer: (resource: PlannedResource, isOpen: IsOpen) => readonly (string | undefined)[]): Describer =>
    (resources, isOpen) =>
        resources.flatMap((resource) => describer(resource, isOpen));

const describers: Readonly<Record<string, Describer>> = {
    "gcp:cloudrunv2/service:Service": each(cloudRunService),
    "gcp:cloudrunv2/job:Job": each(({ inputs }) => [
        textAt(inputs, "name"),
        textAt(inputs, "runExecutionToken") === undefined ? "a job" : "a job of the deployment",
    ]),
    "gcp:cloudscheduler/job:Job": each(({ inputs }) => [
        `at\u00a0${textAt(inputs, "schedule")?.replaceAll(" ", "\u00a0")}`,
        textAt(inputs, "timeZone")?.replace(/^Etc\//, ""),
    ]),
    "gcp:sql/databaseInstance:DatabaseInstance": cloudSql,
    "gcp:redis/instance:Instance": each(({ inputs }) => [
        named(
            "Redis",
            textAt(inputs, "redisVersion")
                ?.replace(/^REDIS_/, "")
                .replace(/_/g, ".")
                .toLowerCase(),
        ),
        withUnit(numberAt(inputs, "memorySizeGb"), "GiB"),
        textAt(inputs, "tier") === "STANDARD_HA" ? "with a standby" : "no standby",
        textAt(inputs, "transitEncryptionMode") === "SERVER_AUTHENTICATION" ? "TLS" : "no TLS",
        valueAt(inputs, "authEnabled") === true ? "password" : "no password",
    ]),
    "gcp:firestore/database:Database": each(({ inputs }) => [
        `Firestore${textAt(inputs, "locationId") === undefined ? "" : ` in ${textAt(inputs, "locationId")}`}`,
    ]),
    "gcp:storage/bucket:Bucket": each(({ inputs }) => {
        const seconds = numberAt(inputs, "retentionPolicy.retentionPeriod");
        const locked = valueAt(inputs, "retentionPolicy.isLocked") === true ? ", locked for ever" : "";
        return [
            seconds === undefined ? undefined : `files kept ${counted(Math.round(seconds / 86_400), "day")}${locked}`,
        ];
    }),
    "gcp:logging/projectBucketConfig:ProjectBucketConfig": each(({ inputs }) => {
        const days = numberAt(inputs, "retentionDays");
        const locked = valueAt(inputs, "locked") === true ? ", locked for ever" : "";
        return [days === undefined ? undefined : `logs kept ${counted(days, "day")}${locked}`];
    }),
    "gcp:projects/iAMAuditConfig:IAMAuditConfig": (configs) => [
        `accesses to ${counted(configs.length, "service")} logged`,
    ],
    "gcp:monitoring/uptimeCheckConfig:UptimeCheckConfig": ({ length }) => [counted(length, "uptime check")],
    "gcp:monitoring/alertPolicy:AlertPolicy": ({ length }) => [counted(length, "alert")],
    "gcp:monitoring/slo:Slo": ({ length }) => [counted(length, "objective")],
    "gcp:monitoring/dashboard:Dashboard": ({ length }) => [counted(length, "dashboard")],
    "gcp:monitoring/notificationChannel:NotificationChannel": each(({ inputs }) => [
        `tells ${textAt(inputs, "labels.email_address") ?? (textAt(inputs, "type") === "pubsub" ? "an incident system" : "somebody")}`,
    ]),
    "gcp:certificatemanager/certificate:Certificate": ({ length }) => [counted(length, "certificate")],
    "gcp:compute/backendService:BackendService": ({ length }) => [`balances ${counted(length, "service")}`],
    "gcp:compute/sSLPolicy:SSLPolicy": each(({ inputs }) => [
        `TLS ${(textAt(inputs, "minTlsVersion") ?? "TLS_1_0").replace("TLS_", "").replace("_", ".")} or later`,
    ]),
    "gcp:compute/securityPolicy:SecurityPolicy": each(securityPolicy),
    "gcp:artifactregistry/repository:Repository": each(({ inputs }) => [
        `${textAt(inputs, "location")}-docker.pkg.dev/${textAt(inputs, "project")}/${textAt(inputs, "repositoryId")}`,
        valueAt(inputs, "dockerConfig.immutableTags") === true ? "tags cannot be moved" : "tags can be moved",
    ]),
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider": each(({ inputs }) => {
        const said = (claim: string) =>
            new RegExp(`assertion\\.${claim} == "([^"]+)"`).exec(textAt(inputs, "attributeCondition") ?? "")?.[1];
        const branch = said("ref")?.replace("refs/heads/", "");
        return [
            `from ${said("repository") ?? "any repository"}${branch === undefined ? "" : `, branch ${branch}`}`,
            "no key",
        ];
    }),
    "ringfence:index:Monitoring": each(({ inputs }) => {
        const notified = items(valueAt(inputs, "notify")).flatMap((address) => text(address) ?? []);
        return [notified.length === 0 ? "tells nobody" : `tells ${notified.join(", ")}`];
    }),
    // Where nothing is made for it: who may deploy on a Docker host, the host says.
    "ringfence:index:Delivery": each(({ inputs }) => [
        `from ${textAt(inputs, "repository")}, branch ${textAt(inputs, "branch")}`,
    ]),
    "docker:index/container:Container": containers,
    "cloudflare:index/dnsRecord:DnsRecord": hostNames,
    "cloudflare:index/zoneSetting:ZoneSetting": zoneSettings,
    "cloudflare:index/ruleset:Ruleset": zoneRulesets,
    "cloudflare:index/emailRoutingRule:EmailRoutingRule": forwardedMail,
    "cloudflare:index/workersCustomDomain:WorkersCustomDomain": each(({ inputs }) => [textAt(inputs, "hostname")]),
};

function cloudRunService(service: PlannedResource, isOpen: IsOpen): (string | undefined)[] {
    const { inputs } = service;
    const lowest =
        numberAt(inputs, "template.scaling.minInstanceCount") ?? numberAt(inputs, "scaling.minInstanceCount") ?? 0;
    const highest =
        numberAt(inputs, "template.scaling.maxInstanceCount") ?? numberAt(inputs, "scaling.maxInstanceCount");
    const internal = textAt(inputs, "ingress") === "INGRESS_TRAFFIC_INTERNAL_ONLY";
    return [
        textAt(inputs, "name"),
        instancesBetween(lowest, highest),
        suffixed(numberAt(inputs, "template.maxInstanceRequestConcurrency"), " at once each"),
        textAt(inputs, "template.timeout")?.replace(/^(\d+)s$/, "$1\u00a0s"),
        internal ? "internal" : isOpen(service) ? "public" : "not public",
    ];
}

function instancesBetween(lowest: number, highest: number | undefined): string {
    if (highest === undefined) return `${lowest}\u00a0or more instances`;
    return highest === lowest ? counted(highest, "instance") : `${lowest}–${highest}\u00a0instances`;
}

function cloudSql(instances: readonly PlannedResource[]): (string | undefined)[] {
    const isReplica = ({ inputs }: PlannedResource) => valueAt(inputs, "masterInstanceName") !== undefined;
    const replicas = instances.filter(isReplica).length;
    return instances
        .filter((instance) => !isReplica(instance))
        .flatMap(({ inputs }) => {
            const [, engine, version] = /^([A-Z]+)_(.+)$/.exec(textAt(inputs, "databaseVersion") ?? "") ?? [];
            const [, cpu, memory] = /^db-custom-(\d+)-(\d+)$/.exec(textAt(inputs, "settings.tier") ?? "") ?? [];
            return [
                engine === undefined
                    ? "Cloud SQL"
                    : `${engine === "POSTGRES" ? "PostgreSQL" : engine.toLowerCase()} ${version?.replace(/_/g, ".")}`,
                cpu === undefined
                    ? textAt(inputs, "settings.tier")
                    : `${cpu}\u00a0CPU, ${Number(memory) / 1024}\u00a0GiB`,
                suffixed(numberAt(inputs, "settings.diskSize"), "\u00a0GB disk"),
                textAt(inputs, "settings.availabilityType")?.toLowerCase(),
                replicas === 0 ? "no replicas" : counted(replicas, "replica"),
                backups(inputs),
            ];
        });
}

function backups(inputs: PlannedResource["inputs"]): string {
    const configuration = "settings.backupConfiguration";
    if (valueAt(inputs, `${configuration}.enabled`) !== true) return "no backups";
    const kept = numberAt(inputs, `${configuration}.backupRetentionSettings.retainedBackups`);
    const pointInTime =
        valueAt(inputs, `${configuration}.pointInTimeRecoveryEnabled`) === true ? ", point-in-time recovery" : "";
    return `${kept === undefined ? "backups" : counted(kept, "backup")}${pointInTime}`;
}

/** Who gets in, and whether anything looks into their requests. */
function securityPolicy({ inputs }: PlannedResource): (string | undefined)[] {
    const rules = JSON.stringify(inputs.rules ?? []);
    const ranges = [...rules.matchAll(/"[0-9a-f.:]+\/\d+"/g)].length;
    return [
        ranges === 0 ? undefined : `admits ${counted(ranges, "address range")}`,
        rules.includes("evaluatePreconfiguredWaf") ? "firewall" : undefined,
    ];
}

/** Host names that people type; what only proves the ownership of one (TXT, `_acme-challenge`) is left out. */
function hostNames(records: readonly PlannedResource[]): string[] {
    const reached = records.filter(
        ({ inputs }) =>
            /^(A|AAAA|CNAME)$/.test(textAt(inputs, "type") ?? "") &&
            !textAt(inputs, "name")?.startsWith("_") &&
            !isProof(inputs),
    );
    return once(
        reached.map(({ inputs }) => {
            const name = textAt(inputs, "name") ?? "a name made elsewhere";
            return valueAt(inputs, "proxied") === true ? name : `${name} (not proxied)`;
        }),
    );
}

/** An alias whose very name another resource chooses, which nobody could type. */
const isProof = (inputs: PlannedResource["inputs"]): boolean =>
    textAt(inputs, "type") === "CNAME" && textAt(inputs, "name") === undefined && valueAt(inputs, "proxied") !== true;

const named = (name: string, version: string | undefined): string =>
    version === undefined ? name : `${name} ${version}`;
const withUnit = (amount: number | undefined, unit: string) => suffixed(amount, `\u00a0${unit}`);
const suffixed = (amount: number | undefined, suffix: string): string | undefined =>
    amount === undefined ? undefined : `${amount}${suffix}`;
