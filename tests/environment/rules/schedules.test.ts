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
        refuses("production", at("61 1 * * 6"), { key, message: '"61 1 * * 6" never comes: ', repair });
        refuses("production", at("0 4 31 2 *"), { key, message: "never comes", repair });
    });
});
