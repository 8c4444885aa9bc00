import { databaseAvailabilityOf } from "../defaults";
import { rule } from "./rule";

/** Days that production must be able to go back, and that Cloud SQL keeps logs for. */
const week = 7;

export const backups = rule({
    name: "backups",
    demands: "Pre-production and production are backed up, production for a week and to any moment of it",
    requirements: ["ORB-10", "ACG-3"],
    needs: ["tier", "database"],
    *check(environment) {
        const { tier, database } = environment;
        if (database.engine !== "postgresql") return;
        const { enabled, keep, pointInTime } = database.backups;
        if (!enabled && (tier === "production" || tier === "pre-production"))
            yield {
                path: ["database", "backups", "enabled"],
                message: `false leaves a database of tier ${tier} without backups`,
                repair: "write true, or leave the key out",
            };
        if (tier === "production" && keep < week)
            yield {
                path: ["database", "backups", "keep"],
                message: `${keep} is too few: production keeps its daily backups for ${week} days`,
                repair: `write at least ${week}`,
            };
        // "Backup retention should be > transaction log retention", says Cloud SQL; the logs are kept for a week.
        if (tier !== "production" && enabled && pointInTime && keep < week)
            yield {
                path: ["database", "backups", "keep"],
                message: `${keep} is too few to recover to any moment of the last ${week} days`,
                repair: `write at least ${week}, or false at ringfence:database.backups.pointInTime`,
            };
        if (tier === "production" && !pointInTime)
            yield {
                path: ["database", "backups", "pointInTime"],
                message: "false loses up to a day of production's data",
                repair: "write true, or leave the key out",
            };
        // https://cloud.google.com/sql/docs/postgres/replication and …/high-availability
        const standsBy = database.replicas > 0 || databaseAvailabilityOf(environment) === "regional";
        if (tier !== "production" && standsBy && !(enabled && pointInTime))
            yield {
                path: ["database", "backups"],
                message: "replicas and regional availability need backups with recovery to any moment",
                repair: "write true at `enabled` and `pointInTime`, or make the database zonal without replicas",
            };
    },
});
