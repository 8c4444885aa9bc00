import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("audit-expiry");
const records = "ringfence:audit.records";

describe("the rule audit-expiry", () => {
    it("MVA-8 accepts records that are kept for ever, and those that go when their time is over", () => {
        accepts("pre-production", { [records]: {} });
        accepts("pre-production", { [records]: { retention: "90d", expireAfter: "90d" } });
        accepts("production", { [records]: { retention: "365d", expireAfter: "3650d" } });
    });
    it("MVA-8 refuses records that would be deleted before, and names both times", () => {
        refuses(
            "production",
            { [records]: { retention: "365d", expireAfter: "30d" } },
            {
                key: `${records}.expireAfter`,
                message: "30d is less than the 365d of ringfence:audit.records.retention",
                repair: "write at least 365d",
            },
        );
    });
});
