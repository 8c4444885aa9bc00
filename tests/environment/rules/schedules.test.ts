import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("schedules");
const at = (schedule: string) => ({
    "ringfence:seeding": { role: "source", bucket: "acme-voice-staging-seed", schedule },
});

describe("the rule schedules", () => {
    it("accepts what comes round", () => {
        accepts("production", at("0 1 * * 6"));
        accepts("production", at("*/15 1-5 * JAN-JUN SUN"));
    });
    it("refuses what never does, and says why", () => {
        const key = "ringfence:seeding.schedule";
        const repair = "minute, hour, day";
        const said = (message: string) => ({ key, message: `never comes: ${message}`, repair });
        refuses("production", at("61 1 * * 6"), said("the minute is 61, and may be 0 to 59"));
        refuses("production", at("0 25 * * *"), said("the hour is 25, and may be 0 to 23"));
        refuses("production", at("0 4 31 2 *"), said("day 31 never comes in month 2"));
        refuses("production", at("0 4 * * 0,7"), said("the day of the week is 0,7, and may be 0 to 6"));
        refuses("production", at("0 4 L * *"), said('"L" is neither a number nor the name of a month or day'));
    });
});
