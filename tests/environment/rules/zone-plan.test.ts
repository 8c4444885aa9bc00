import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("zone-plan");
const zone = (more: object) => ({ "ringfence:zone": { managed: true, ...more } });
const limit = (plan: string, rateLimit: object) => zone({ plan, rateLimit });
const at = (key: string) => `ringfence:zone.${key}`;

describe("the rule zone-plan", () => {
    it("accepts what is usual on every plan", () => {
        for (const plan of ["free", "pro", "business", "enterprise"]) accepts("production", limit(plan, {}));
    });
    it("ORB-4 accepts the longest that each plan takes", () => {
        accepts("production", limit("pro", { period: "1m", block: "1h" }));
        accepts("production", limit("business", { period: "10m", block: "1d" }));
        accepts("production", limit("enterprise", { period: "1h", block: "1d" }));
    });
    it("ORB-4 refuses a period that the plan does not count over, and says what to write or to buy", () => {
        refuses("production", limit("free", { period: "1m" }), {
            key: at("rateLimit.period"),
            message: '1m is no period that the plan "free" counts over',
            repair: 'write 10s, or "pro" at ringfence:zone.plan if that is what you pay for',
        });
        refuses("production", limit("pro", { period: "10m" }), {
            key: at("rateLimit.period"),
            message: '"pro"',
            repair: 'write 10s or 1m, or "business"',
        });
    });
    it("refuses a period that no plan has, without naming one", () => {
        refuses("production", limit("enterprise", { period: "25s" }), {
            key: at("rateLimit.period"),
            message: "25s is no period",
            repair: "write 10s, 1m, 2m, 5m, 10m or 1h",
        });
    });
    it("ORB-4 refuses to keep an address out for longer than the plan does", () => {
        refuses("production", limit("free", { block: "1h" }), {
            key: at("rateLimit.block"),
            message: '1h is no time that the plan "free" refuses an address for',
            repair: 'write 10s, or "pro"',
        });
        refuses("production", limit("pro", { block: "1d" }), {
            key: at("rateLimit.block"),
            message: '"pro"',
            repair: '"business"',
        });
    });
    it("ORB-3 refuses to keep files at the edge for less than the plan takes", () => {
        const kept = (plan: string, edgeTtl: string) => zone({ plan, cache: { edgeTtl } });
        accepts("production", kept("free", "2h"));
        accepts("production", kept("business", "1m"));
        refuses("production", kept("free", "1h"), {
            key: at("cache.edgeTtl"),
            message: '1h is shorter than the plan "free" takes',
            repair: 'write at least 2h, or "pro" at ringfence:zone.plan',
        });
        refuses("production", kept("pro", "30m"), {
            key: at("cache.edgeTtl"),
            message: "30m is shorter",
            repair: 'at least 1h, or "business"',
        });
    });
});
