import type { CronExpressionParser } from "cron-parser";

/** The five fields of a schedule, each `*` or the values that are meant: `0,15,30,45`; days of the week from 0, Sunday. */
export interface CronFields {
    readonly minute: string;
    readonly hour: string;
    readonly dayOfMonth: string;
    readonly month: string;
    readonly dayOfWeek: string;
}

/** What a schedule means, or why it means nothing: `0 4 31 2 *` never comes. */
export function readCron(schedule: string): CronFields | { readonly reason: string } {
    const [foreign] = schedule.split(/[\s,/-]+/).filter((word) => !known.test(word));
    if (foreign !== undefined) return { reason: `"${foreign}" is neither a number nor the name of a month or day` };
    try {
        const { minute, hour, dayOfMonth, month, dayOfWeek } = parser().parse(schedule, { tz: "UTC" }).fields;
        return {
            minute: written(minute),
            hour: written(hour),
            dayOfMonth: written(dayOfMonth),
            month: written(month),
            dayOfWeek: written({ isWildcard: dayOfWeek.isWildcard, values: daysOf(dayOfWeek.values) }),
        };
    } catch {
        return { reason: whyNever(schedule) };
    }
}

/** The fields in their order, with the numbers that each may have. */
const fields = [
    ["the minute", "0 to 59"],
    ["the hour", "0 to 23"],
    ["the day of the month", "1 to 31"],
    ["the month", "1 to 12, or JAN to DEC"],
    ["the day of the week", "0 to 6, or SUN to SAT, each once"],
] as const;

/** The first field that is nothing by itself; else the days that no month has. */
function whyNever(schedule: string): string {
    const words = schedule.split(" ");
    for (const [index, [called, may]] of fields.entries()) {
        const alone = fields.map((_, at) => (at === index ? words[index] : "*")).join(" ");
        try {
            parser().parse(alone, { tz: "UTC" });
        } catch {
            return `${called} is ${words[index]}, and may be ${may}`;
        }
    }
    return `day ${words[2]} never comes in month ${words[3]}`;
}

/** Sunday may be 7 as well. */
const daysOf = (values: readonly (number | string)[]): readonly number[] =>
    [...new Set(values.map((value) => Number(value) % 7))].sort();

/** The reader knows more, as `L`, the last, and `H`, a number that it draws; a clock that compares numbers does not. */
const known = /^(\*|\d+|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT)$/i;

/** Loaded where there is a schedule: most stacks have none. */
const parser = (): typeof CronExpressionParser => require("cron-parser").CronExpressionParser;

const written = ({
    isWildcard,
    values,
}: {
    readonly isWildcard: boolean;
    readonly values: readonly (number | string)[];
}): string => (isWildcard ? "*" : values.join(","));
