import type { ResourceFacts } from "../../facts";
import type { Scope } from "../../rule";
import type { Backups, Database } from "../database";
import { answer } from "../protection";
import { day, inSeconds, isUnknown, text } from "../read";
import { survey } from "../survey";

export function asFirestore(resource: ResourceFacts, scope: Scope): Database {
    const { inputs } = resource;
    const policy = text(inputs.deletionPolicy) ?? "ABANDON";
    const state = inputs.deleteProtectionState;
    return {
        resource,
        platform: "gcp",
        engine: "firestore",
        replica: false,
        encryptsTransit: true,
        openings: [],
        backups: scope.complete ? scheduled(resource, scope) : undefined,
        protected:
            resource.protect || policy === "PREVENT" || answer(state, (value) => value === "DELETE_PROTECTION_ENABLED"),
        removable: policy === "DELETE" && answer(state, (value) => value !== "DELETE_PROTECTION_ENABLED"),
    };
}

/** The daily backup schedules of a Firestore database, which are resources of their own. */
function scheduled({ urn, inputs }: ResourceFacts, scope: Scope): Backups {
    const schedules = dailySchedules(scope);
    const own = [...(schedules.get(urn) ?? []), ...(schedules.get(text(inputs.name) ?? "") ?? [])];
    const kept = own.map((schedule) => inSeconds(schedule.inputs.retention) ?? 0);
    return { daily: own.length > 0, kept: kept.length === 0 ? undefined : Math.max(...kept) / day };
}

type Schedules = ReadonlyMap<string, readonly ResourceFacts[]>;
const schedulesOf = new WeakMap<readonly ResourceFacts[], Schedules>();

/** By the URN of the database that they refer to, or by its name. */
function dailySchedules({ resources }: Scope): Schedules {
    const known = schedulesOf.get(resources);
    if (known !== undefined) return known;
    const schedules = new Map<string, ResourceFacts[]>();
    for (const schedule of survey({ resources }).byType.get("gcp:firestore/backupSchedule:BackupSchedule") ?? []) {
        const { database, dailyRecurrence } = schedule.inputs;
        if (dailyRecurrence === undefined || dailyRecurrence === null) continue;
        const keys = isUnknown(database)
            ? database.references.map((reference) => reference.urn)
            : [text(database) ?? ""];
        for (const key of keys) schedules.set(key, [...(schedules.get(key) ?? []), schedule]);
    }
    schedulesOf.set(resources, schedules);
    return schedules;
}
