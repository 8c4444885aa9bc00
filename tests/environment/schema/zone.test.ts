import assert from "node:assert/strict";
import { usualZone } from "../../../environment/schema/zone";
import { browserTtls, planLimits } from "../../../environment/schema/zone-plans";
import { assertOnlyFault, environmentOf, faultsOf } from "../fixtures";

const zone = (more: object) => ({ "ringfence:zone": { managed: true, ...more } });

describe("ringfence:zone", () => {
    it("ORB-2 ORB-3 ORB-4 asks by itself for strict TLS, the firewall and four hours in a browser", () => {
        const { tls, cache, firewall, rateLimit, mail, managed } = usualZone;
        assert.deepEqual(
            [tls.mode, tls.minimum, cache.level, cache.browserTtl],
            ["strict", "1.2", "aggressive", 14_400],
        );
        assert.deepEqual([firewall, rateLimit, mail, managed], [true, undefined, {}, false]);
    });
    it("ORB-4 limits to 50 requests in 10 s where a limit is asked for at all", () => {
        const { rateLimit } = environmentOf("production", zone({ rateLimit: {} })).zone ?? {};
        assert.deepEqual(rateLimit, { requests: 50, period: 10, block: 10 });
    });
    it("ORB-3 takes the lengths of time that Cloudflare takes in a browser, and says which", () => {
        assert.deepEqual(faultsOf("production", zone({ cache: { browserTtl: "8h" } })), []);
        assertOnlyFault(faultsOf("production", zone({ cache: { browserTtl: "6h" } })), {
            key: "ringfence:zone.cache.browserTtl",
            message: "is none of the lengths of time that Cloudflare takes",
            repair: "write 30m, 1h, 2h",
        });
        assert.deepEqual(
            browserTtls,
            [...browserTtls].sort((a, b) => a - b),
        );
    });
    it("refuses what is no part before an @, and no address", () => {
        for (const mail of [{ "Admin User": "a@else.example" }, { admin: "nobody" }])
            assert.equal(faultsOf("production", zone({ mail })).length, 1, JSON.stringify(mail));
    });
});

describe("Cloudflare's plans", () => {
    it("can do more the more they cost", () => {
        const [free, pro, business, enterprise] = [
            planLimits.free,
            planLimits.pro,
            planLimits.business,
            planLimits.enterprise,
        ];
        for (const [less, more] of [
            [free, pro],
            [pro, business],
            [business, enterprise],
        ] as const) {
            assert.ok(less.rateLimit.rules < more.rateLimit.rules);
            assert.ok(less.rateLimit.periods.every((period) => more.rateLimit.periods.includes(period)));
            assert.ok(less.rateLimit.blocks.every((block) => more.rateLimit.blocks.includes(block)));
            assert.ok(less.rateLimit.fields.every((field) => more.rateLimit.fields.includes(field)));
            assert.ok(less.shortestEdgeTtl >= more.shortestEdgeTtl);
        }
    });
});
