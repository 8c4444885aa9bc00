import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("rotation");
const rotation = "ringfence:rotation";

describe("the rule rotation", () => {
    it("ORB-11 accepts production with a rotation, and anything else without", () => {
        accepts("production");
        accepts("production", { [`${rotation}.every`]: "30d" });
        accepts("pre-production");
        accepts("sandbox");
    });
    it("ORB-11 refuses production without a rotation", () => {
        refuses(
            "production",
            { [rotation]: undefined },
            { key: rotation, message: "must be renewed at least every 90 days", repair: "write { every: 90d" },
        );
    });
});
