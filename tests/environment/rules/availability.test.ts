import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("availability");

describe("the rule availability", () => {
    it("accepts one zone below production", () => {
        accepts("pre-production", {
            "ringfence:database.availability": "zonal",
            "ringfence:redis.availability": "basic",
        });
        accepts("production", { "ringfence:database.availability": "regional" });
    });
    it("ACG-3 refuses production's database in one zone", () => {
        refuses(
            "production",
            { "ringfence:database.availability": "zonal" },
            { key: "ringfence:database.availability", message: '"zonal" stops production', repair: 'write "regional"' },
        );
    });
    it("ACG-3 refuses production's Redis on one machine", () => {
        refuses(
            "production",
            { "ringfence:redis.availability": "basic" },
            { key: "ringfence:redis.availability", message: '"basic" loses', repair: 'write "standard"' },
        );
    });
});
