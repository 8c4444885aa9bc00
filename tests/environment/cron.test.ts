import { strict as assert } from "node:assert";
import { readCron } from "../../environment/cron";

describe("a schedule", () => {
    const written = (schedule: string): string => {
        const read = readCron(schedule);
        return "reason" in read
            ? read.reason
            : [read.minute, read.hour, read.dayOfMonth, read.month, read.dayOfWeek].join(" ");
    };
    for (const [schedule, means] of [
        ["0 4 * * 6", "0 4 * * 6"],
        ["* * * * *", "* * * * *"],
        ["*/15 9-11 1,15 JAN-MAR MON-WED", "0,15,30,45 9,10,11 1,15 1,2,3 1,2,3"],
        ["0 0 * * 7", "0 0 * * 0"],
        ["0 0 * * 5-7", "0 0 * * 0,5,6"],
    ] as const)
        it(`${schedule} means ${means}`, () => assert.equal(written(schedule), means));

    for (const schedule of [
        "60 4 * * 6",
        "0 24 * * *",
        "0 0 0 * *",
        "0 0 * 13 *",
        "0 0 * * 8",
        "0 0 * * 0,7",
        "0 4 L * *",
        "0 H * * *",
        "0 4 * * 1L",
        "0 4 ? * *",
        "0 4 * * 1#2",
        "@daily",
        "0 4 31 2 *",
        "5-1 * * * *",
    ])
        it(`${schedule} never comes`, () => assert.ok("reason" in readCron(schedule)));
});
