import { databaseAvailabilityOf, redisAvailabilityOf } from "../defaults";
import { rule } from "./rule";

export const availability = rule({
    name: "availability",
    demands: "Production's database and Redis survive the loss of a zone",
    requirements: ["ACG-3", "ORB-10"],
    needs: ["tier", "database", "redis"],
    *check(environment) {
        const { tier, database, redis } = environment;
        if (tier !== "production") return;
        if (database.engine === "postgresql" && databaseAvailabilityOf(environment) !== "regional")
            yield {
                path: ["database", "availability"],
                message: '"zonal" stops production when one zone does',
                repair: 'write "regional", or leave the key out',
            };
        if (redis !== undefined && redisAvailabilityOf(environment) !== "standard")
            yield {
                path: ["redis", "availability"],
                message: '"basic" loses production\'s sessions and queues with one machine',
                repair: 'write "standard", or leave the key out',
            };
    },
});
