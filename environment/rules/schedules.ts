import { readCron } from "../cron";
import { quoted } from "../wording";
import { finding, rule } from "./rule";

export const schedules = rule({
    name: "schedules",
    demands: "A schedule comes round: each of its five fields has values that there are",
    requirements: ["ORA-7"],
    needs: ["seeding"],
    *check({ seeding }) {
        if (seeding === undefined) return;
        const read = readCron(seeding.schedule);
        if ("reason" in read)
            yield finding(
                ["seeding", "schedule"],
                `${quoted(seeding.schedule)} never comes: ${read.reason}`,
                "write minute, hour, day of the month, month and day of the week, for example 0 4 * * 6",
            );
    },
});
