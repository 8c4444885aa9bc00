import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("pool-arithmetic");
const pool = "ringfence:database.pool";

describe("the rule pool-arithmetic", () => {
    it("accepts as many connections as the server has free", () => {
        accepts("production", { [`${pool}.max`]: 20, "ringfence:database.maxConnections": 93 });
        accepts("sandbox");
    });
    it("VFD-2 refuses more connections of all instances than the server has free", () => {
        refuses(
            "production",
            { [`${pool}.max`]: 20, "ringfence:database.maxConnections": 92 },
            {
                key: `${pool}.max`,
                message: "4 instances of the API with 20 connections each are 80, and of 92 connections 79 are free",
                repair: "write at most 19",
            },
        );
    });
    it("refuses a pool that keeps more connections open than it may have", () => {
        refuses(
            "pre-production",
            { [`${pool}.min`]: 11 },
            { key: `${pool}.min`, message: "11 is more than database.pool.max, which is 10", repair: "at most 10" },
        );
        refuses(
            "sandbox",
            {
                "ringfence:database": {
                    engine: "supabase",
                    url: "https://abc.supabase.co",
                    anonKey: "k".repeat(40),
                    pool: { min: 6, max: 5 },
                },
            },
            { key: `${pool}.min`, message: "6 is more than", repair: "at most 5" },
        );
    });
});
