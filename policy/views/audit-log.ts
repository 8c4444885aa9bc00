import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { bucketsMeant } from "./bucket";
import { type Answer, answer } from "./protection";
import { day, field, figure, isUnknown, items, text } from "./read";
import { judged, survey } from "./survey";

/** What takes a project's logs somewhere. */
export interface LogSink {
    readonly resource: ResourceFacts;
    /** Whether it takes the audit logs, those of reads and writes of data among them. */
    readonly audits: Answer;
    /** Days that they are kept where they go; nothing where that cannot be told. */
    readonly days: number | undefined;
}

export const logSinks = (scope: Scope): readonly LogSink[] =>
    judged(scope).flatMap((resource) =>
        resource.external || resource.type !== "gcp:logging/projectSink:ProjectSink"
            ? []
            : [{ resource, audits: takesAudit(resource), days: daysKept(scope, resource.inputs.destination) }],
    );

function takesAudit({ inputs }: ResourceFacts): Answer {
    if (inputs.disabled === true) return false;
    return answer(inputs.filter, (filter) => {
        const written = text(filter)?.trim() ?? "";
        if (written === "") return true;
        const named = [...written.matchAll(/cloudaudit\.googleapis\.com(?:(?:\/|%2F)(\w+))?/gi)].map(([, log]) => log);
        return named.includes(undefined) || ["activity", "data_access"].every((log) => named.includes(log));
    });
}

/** What Google keeps by itself: https://cloud.google.com/logging/quotas#logs_retention_periods */
const bucketsOfGoogle: Readonly<Record<string, number>> = { _Required: 400, _Default: 30 };

function daysKept(scope: Scope, destination: Value | undefined): number | undefined {
    const [log] = logBucketsMeant(scope, destination);
    if (log !== undefined) return isUnknown(log.inputs.retentionDays) ? undefined : retentionDays(log);
    const [file] = bucketsMeant(scope, after("storage.googleapis.com/", destination));
    if (file !== undefined) return file.retention === undefined ? undefined : file.retention / day;
    const written = text(destination) ?? "";
    // A topic passes on what it gets.
    if (written.startsWith("pubsub.googleapis.com/")) return 0;
    return bucketsOfGoogle[written.split("/").at(-1) ?? ""];
}

/** 30 is what Cloud Logging does where nothing is said. */
const retentionDays = ({ inputs }: ResourceFacts): number => figure(inputs.retentionDays) || 30;

function logBucketsMeant(scope: Scope, destination: Value | undefined): readonly ResourceFacts[] {
    const registered = survey(scope).byType.get("gcp:logging/projectBucketConfig:ProjectBucketConfig") ?? [];
    if (destination instanceof Partial) {
        const urns = new Set(destination.references.map(({ urn }) => urn));
        return registered.filter(({ urn }) => urns.has(urn));
    }
    const [, name] = /^logging\.googleapis\.com\/.*\/buckets\/([^/]+)$/.exec(text(destination) ?? "") ?? [];
    return registered.filter(({ inputs }) => name !== undefined && inputs.bucketId === name);
}

/** What follows a text that the value begins with. */
function after(start: string, value: Value | undefined): Value | undefined {
    if (typeof value === "string") return value.startsWith(start) ? value.slice(start.length) : undefined;
    const [first, ...rest] = value instanceof Partial ? value.parts : [];
    if (typeof first !== "string" || !first.startsWith(start)) return value;
    const left = first.slice(start.length);
    return new Partial(left === "" ? rest : [left, ...rest]);
}

export type LogType = "ADMIN_READ" | "DATA_READ" | "DATA_WRITE";

/** Whether the project logs this of a service, whoever does it; nothing where that is not known yet. */
export function logs(scope: Scope, service: string, type: LogType): Answer {
    const configs = (survey(scope).byType.get("gcp:projects/iAMAuditConfig:IAMAuditConfig") ?? []).filter(
        ({ external }) => !external,
    );
    const answers = configs.flatMap(({ inputs }) =>
        [service, "allServices"].includes(text(inputs.service) ?? service)
            ? items(inputs.auditLogConfigs).map((config) => logsOfAll(config, type, isUnknown(inputs.service)))
            : [],
    );
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
}

/** Whether one line of a configuration logs this type of everybody: some may be exempt. */
function logsOfAll(config: Value, type: LogType, ofUnknown: boolean): Answer {
    const logType = field(config, "logType");
    const exempt = field(config, "exemptedMembers");
    if (isUnknown(logType) || isUnknown(exempt)) return undefined;
    if (logType !== type || items(exempt).length > 0) return false;
    return ofUnknown ? undefined : true;
}
