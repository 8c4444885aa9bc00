import assert from "node:assert/strict";
import { assertOnlyFault, faultsOf, type TestedTier } from "../fixtures";

/** What is told where a value stands at a key of an otherwise compliant environment. */
const told = (key: string, value: unknown, message: string, repair: string, tier: TestedTier = "production") =>
    assertOnlyFault(faultsOf(tier, { [key]: value }), { key, message, repair });

describe("a value of the wrong shape is told in plain words", () => {
    it("a key that is missing, with what it is for", () => {
        told("ringfence:release.name", undefined, "is missing: Names the revisions", "for example r2026-11-3");
        told("ringfence:database.engine", undefined, "is missing", "write postgresql, firestore, supabase or none");
        told(
            "ringfence:api.instances.max",
            undefined,
            "is missing: Instances at most",
            "a whole number from 1 to 1000",
        );
    });
    it("an unknown choice, with all choices and the nearest first", () => {
        told(
            "ringfence:tier",
            "prod-uction",
            '"prod-uction" is none of the possible values',
            "write production (possible",
        );
        told(
            "ringfence:database.engine",
            "mysql",
            '"mysql" is none of',
            "write postgresql, firestore, supabase or none",
        );
        told("ringfence:database.engine", "postgres", '"postgres" is none of', "write postgresql (possible are");
        told("ringfence:api.cpu", 3, "3 is none of the possible values", "write 1, 2, 4 or 8");
    });
    it("a number where text is meant, with the quotes that it needs", () => {
        told("ringfence:database.version", 16, "16 is a number, but text is expected", 'put it in quotes: "16"');
        told("ringfence:redis.version", 7.2, "7.2 is a number", 'put it in quotes: "7.2"');
        told("ringfence:redis.version", 7, "7 is a number, but text is expected", 'put it in quotes: "7.0"');
        told("ringfence:release.name", 5, "5 is a number", 'put it in quotes: "5"');
    });
    it("a number without its unit, with the units that there are", () => {
        told(
            "ringfence:gateway.calls.longest",
            30,
            "30 is a number, but text",
            "a length of time with its unit, for example 30s",
        );
        told(
            "ringfence:web.memory",
            "512MB",
            '"512MB" is no amount of memory',
            "with its unit, for example 512Mi or 1Gi",
        );
    });
    it("text where a number or a boolean is meant", () => {
        told("ringfence:api.port", "3000", '"3000" is text, but a number is expected', "write 3000 without quotes");
        told("ringfence:api.port", "http", '"http" is text', "write a whole number from 1 to 65535");
        told("ringfence:api.cpu", "2", '"2" is text, but a number is expected', "write 2 without quotes");
        told(
            "ringfence:web.public",
            "true",
            '"true" is text, but true or false is expected',
            "write true without quotes",
        );
        told("ringfence:web.public", "yes", '"yes" is text', "write true or false");
    });
    it("a fraction where a whole number is meant", () => {
        told("ringfence:database.replicas", 1.5, "1.5 is a number, but a whole number is expected", "from 0 to 8");
    });
    it("a number, a text or a quantity out of range", () => {
        told("ringfence:api.port", 70000, "70000 is out of range", "write a whole number from 1 to 65535");
        told("ringfence:gateway.target", 2, "2 is out of range", "write a number from 0.1 to 0.95");
        told("ringfence:web.timeout", "2h", '"2h" is out of range', "between 1s and 3600s");
        told("ringfence:redis.memory", "1500Mi", "is no whole number of GiB", "e.g. 1Gi");
        told("ringfence:safeguards.banner", "", '"" is empty', "STAGING ENVIRONMENT", "pre-production");
        told(
            "ringfence:safeguards.banner",
            "x".repeat(81),
            "has 81 characters",
            "write at most 80 characters",
            "pre-production",
        );
    });
    it("a map, a list or nothing where something else is meant", () => {
        told("ringfence:web", [], "a list stands here, but a map is expected", "write a map with the keys name, cpu");
        told("ringfence:web", "x", '"x" is text, but a map is expected', "write a map with the keys");
        told("ringfence:web", null, "nothing stands here, but a map is expected", "or leave the key out");
        told("ringfence:web.args", "web", '"web" is text, but a list is expected', "write a list");
        told("ringfence:tier", null, "nothing stands here, but a value is expected", "write sandbox");
        told("ringfence:database", "postgres", "but a map is expected", "for example {engine: postgresql}");
        told(
            "ringfence:release.image",
            { tag: "x" },
            "a map stands here, but text is expected",
            "a container image, by digest",
        );
    });
    it("text that is not of the form that is meant, with an example", () => {
        told(
            "ringfence:domain.zone",
            "q",
            '"q" is no host name',
            "a fully qualified host name in lower case, for example example.com",
        );
        told("ringfence:release.name", "R 1", '"R 1" is no release name', "at most 20 lower-case letters");
        told("ringfence:api.health.path", "health", '"health" is no path', "a path that begins with /, for example");
    });
    it("an unknown key, with the nearest one", () => {
        const key = "ringfence:integrations.salesforce.acess";
        told(key, "read", 'the key "acess" is not known here', "write access");
        told(
            "ringfence:database.size",
            "20Gi",
            'the key "size" is not known here',
            "or write one of engine, version, cpu",
        );
        told("ringfence:database.pool.mx", 3, 'the key "mx" is not known', "write max");
    });
    it("a name that no variable can have, with one that it can", () => {
        told(
            "ringfence:api.variables.log-level",
            "x",
            '"log-level" is no name of an environment variable',
            "write LOG_LEVEL",
        );
        told("ringfence:api.secrets[0]", "a", '"a" is no name of an environment variable', "for example LOG_LEVEL");
        told("ringfence:secrets.a", {}, '"a" is no name of an environment variable', "write A");
    });
    it("an encrypted value among other keys", () => {
        told("ringfence:redis.secure", "x", "an encrypted value stands among other keys", "pulumi config set --secret");
    });
});

describe("every key of every concern", () => {
    it("tells something about a value of another kind, without zod's own words", () => {
        const odd = [null, 0.5, "\u0000", [[]], { "": {} }, true];
        const keys = [
            "tier",
            "platform",
            "domain",
            "release",
            "api",
            "gateway",
            "web",
            "database",
            "redis",
            "limits",
            "secrets",
        ];
        for (const key of [...keys, "integrations", "safeguards", "observability"])
            for (const value of odd)
                for (const { message, repair } of faultsOf("production", { [`ringfence:${key}`]: value })) {
                    assert.doesNotMatch(message, /Invalid|received|undefined|NaN|\[object/, key);
                    assert.doesNotMatch(repair, /undefined|\[object/, key);
                }
    });
});
