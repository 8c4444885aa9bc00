import { durationText } from "../units";
import { rule } from "./rule";

export const auditExpiry = rule({
    name: "audit-expiry",
    demands: "Records are not deleted before the time that they must be kept is over",
    requirements: ["MVA-8"],
    needs: ["audit"],
    *check({ audit: { records } }) {
        if (records?.expireAfter === undefined || records.expireAfter >= records.retention) return;
        yield {
            path: ["audit", "records", "expireAfter"],
            message: `${durationText(records.expireAfter)} is less than the ${durationText(records.retention)} of ringfence:audit.records.retention, before which nothing can be deleted`,
            repair: `write at least ${durationText(records.retention)}, or a shorter retention`,
        };
    },
});
