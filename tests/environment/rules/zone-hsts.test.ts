import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("zone-hsts");
const hsts = (more: object) => ({ "ringfence:zone": { managed: true, tls: { hsts: more } } });
const at = (key: string) => `ringfence:zone.tls.hsts.${key}`;

describe("the rule zone-hsts", () => {
    it("accepts a promise of any length, also one that is taken back", () => {
        accepts("production", hsts({}));
        accepts("production", hsts({ maxAge: "0s" }));
        accepts("production", hsts({ maxAge: "365d", subdomains: true, preload: true }));
    });
    it("ORB-2 refuses a promise for the browsers' list that leaves subdomains out", () => {
        refuses("production", hsts({ maxAge: "365d", preload: true }), {
            key: at("subdomains"),
            message: "false keeps the zone off the list",
            repair: "write true",
        });
    });
    it("ORB-2 refuses a promise for the browsers' list that is shorter than a year", () => {
        refuses("production", hsts({ maxAge: "364d", subdomains: true, preload: true }), {
            key: at("maxAge"),
            message: "364d is too short",
            repair: `write at least 365d, or false at ${at("preload")}`,
        });
    });
});
