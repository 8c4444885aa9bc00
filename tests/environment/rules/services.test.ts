import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("services");
const key = "ringfence:services";

describe("the rule services", () => {
    it("accepts all of them, the API alone, and a web without a gateway", () => {
        accepts("production");
        accepts("production", { [key]: ["api"] });
        accepts("production", { [key]: ["api", "web"] });
        accepts("production", { [key]: ["web"] });
    });
    it("ORB-7 refuses a gateway without the API that it works for", () => {
        refuses(
            "production",
            { [key]: ["gateway", "web"] },
            { key: `${key}[0]`, message: "the API, which does not run here", repair: "add api" },
        );
    });
    it("refuses a service that is named twice", () => {
        refuses(
            "production",
            { [key]: ["api", "api"] },
            { key: `${key}[1]`, message: "twice", repair: "remove one of them" },
        );
    });
});
