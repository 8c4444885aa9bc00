import type { ResourceFacts, Value } from "../facts";
import type { Scope } from "../rule";
import { pieces } from "./pieces";
import { type Answer, answer } from "./protection";
import { field, isUnknown, items, text } from "./read";
import { judged } from "./survey";

/** Something that Cloud Monitoring compares or looks for, and tells somebody. */
export interface Alert {
    readonly resource: ResourceFacts;
    /** Whether it is on. */
    readonly enabled: Answer;
    /** Whether it has somebody to tell. */
    readonly notifies: Answer;
    /** What each condition looks at, in whichever of Monitoring's languages; a filter that is not known yet is an unknown. */
    readonly looksAt: readonly Value[];
}

/** Kinds of conditions, each with the property that says what it looks at. */
const conditionKinds: readonly (readonly [string, string])[] = [
    ["conditionThreshold", "filter"],
    ["conditionAbsent", "filter"],
    ["conditionMatchedLog", "filter"],
    ["conditionPrometheusQueryLanguage", "query"],
    ["conditionMonitoringQueryLanguage", "query"],
    ["conditionSql", "query"],
];

export const alerts = (scope: Scope): readonly Alert[] =>
    judged(scope).flatMap((resource) =>
        resource.external || resource.type !== "gcp:monitoring/alertPolicy:AlertPolicy" ? [] : [asAlert(resource)],
    );

function asAlert(resource: ResourceFacts): Alert {
    const { enabled, notificationChannels, conditions } = resource.inputs;
    return {
        resource,
        enabled: answer(enabled, (value) => value !== false),
        notifies: answer(notificationChannels, (channels) => items(channels).length > 0),
        looksAt: items(conditions).flatMap(filtersOf),
    };
}

function filtersOf(condition: Value): readonly Value[] {
    if (isUnknown(condition)) return [condition];
    return conditionKinds.flatMap(([kind, property]) => field(condition, kind, property) ?? []);
}

/** Whether somebody is told. What is not known yet may well be so. */
export const tells = ({ enabled, notifies }: Alert): boolean => enabled !== false && notifies !== false;

/**
 * Whether any condition speaks of the subject, of all that there is of it or, where it is narrowed by `label`, of this
 * one's name. What is not known yet may.
 */
export const isAbout = ({ looksAt }: Alert, subject: RegExp, label: string, name: string | undefined): boolean =>
    looksAt.some((filter) => {
        const { text: written } = pieces(filter);
        if (isUnknown(filter) && !subject.test(written)) return written === "" || filter.references.length > 0;
        if (!subject.test(written)) return false;
        const narrowed = written.includes(label);
        return !narrowed || isUnknown(filter) || name === undefined || written.includes(name);
    });

/** A host that Google asks over the internet whether it answers; nothing where the host is not known yet. */
export const uptimeHosts = (scope: Scope): readonly (string | undefined)[] =>
    judged(scope).flatMap(({ external, type, inputs }) =>
        external || type !== "gcp:monitoring/uptimeCheckConfig:UptimeCheckConfig"
            ? []
            : [text(field(inputs.monitoredResource, "labels", "host"))?.toLowerCase()],
    );
