import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("banner");
const banner = "ringfence:safeguards.banner";

describe("the rule banner", () => {
    it("accepts a banner in pre-production, none in production, either in the sandbox", () => {
        accepts("pre-production", { [banner]: "UAT" });
        accepts("production");
        accepts("sandbox");
        accepts("sandbox", { [banner]: "BETA" });
    });
    it("ORA-9 demands a banner in pre-production", () => {
        refuses(
            "pre-production",
            { [banner]: undefined },
            { key: banner, message: "is missing", repair: "STAGING ENVIRONMENT" },
        );
    });
    it("ORA-9 refuses a banner in production", () => {
        refuses(
            "production",
            { [banner]: "STAGING ENVIRONMENT" },
            { key: banner, message: "tells users of production that they are somewhere else", repair: "remove it" },
        );
    });
});
