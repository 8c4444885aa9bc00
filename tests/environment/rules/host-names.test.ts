import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("host-names");
const host = (service: string) => `ringfence:domain.hosts.${service}`;

describe("the rule host-names", () => {
    it("accepts the derived names, and none at all", () => {
        accepts("sandbox");
        accepts("pre-production", {}, "uat-2");
        accepts("production");
        accepts("production", { "ringfence:domain": undefined });
    });
    it("ORA-12 accepts a word of the tier, or the stack's name, in a name below production", () => {
        accepts("pre-production", { [host("web")]: "staging-oracle.acme.example" }, "oracle");
        accepts("sandbox", { [host("api")]: "api-beta-1.acme.example" }, "beta-1");
        accepts("production", { [host("web")]: "theoracle.acme.example" });
        accepts("production", { [host("web")]: "acme.example" });
    });
    it("ORA-12 refuses a name below production that could be production's", () => {
        refuses(
            "pre-production",
            { [host("web")]: "theoracle.acme.example" },
            {
                key: host("web"),
                message: '"theoracle.acme.example" could be production: nothing in it says pre-production',
                repair: '"staging"',
            },
        );
        refuses(
            "sandbox",
            { [host("web")]: "acme.example" },
            { key: host("web"), message: "could be production", repair: '"beta"' },
        );
        refuses(
            "sandbox",
            { [host("api")]: "alphabeta.acme.example" },
            { key: host("api"), message: "could be production", repair: "between dashes" },
        );
    });
    it("ORA-12 refuses another tier's word in production's name, and production's in another's", () => {
        refuses(
            "production",
            { [host("api")]: "api-staging.acme.example" },
            {
                key: host("api"),
                message: 'says "staging", and this stack\'s tier is production',
                repair: "without that word",
            },
        );
        refuses(
            "sandbox",
            { [host("api")]: "beta-prod.acme.example" },
            {
                key: host("api"),
                message: 'says "prod", and this stack\'s tier is sandbox',
                repair: "without that word",
            },
        );
    });
    it("does not mind such a word in the zone", () => {
        accepts("production", { "ringfence:domain.zone": "test-drive.example" });
    });
    it("ORB-1 refuses a host outside the zone", () => {
        for (const name of ["api.other.example", "apiacme.example"])
            refuses(
                "production",
                { [host("api")]: name },
                { key: host("api"), message: `"${name}" is not in the zone acme.example`, repair: "name.acme.example" },
            );
    });
    it("ORB-2 refuses a host that the universal certificate does not cover", () => {
        refuses(
            "pre-production",
            { [host("api")]: "api.staging.acme.example" },
            { key: host("api"), message: "more than one label below acme.example", repair: "name.acme.example" },
        );
    });
    it("refuses the same host twice", () => {
        refuses(
            "production",
            { [host("web")]: "api.acme.example" },
            { key: host("web"), message: "is also the host of api", repair: "write another one" },
        );
    });
});
