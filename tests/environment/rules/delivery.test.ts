import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("delivery");
const delivery = "ringfence:delivery";
const registry = { project: "acme-images", location: "europe-west2", repository: "voice" };
const usual = { repository: "acme/voice" };

describe("the rule delivery", () => {
    it("accepts a stack without delivery, with it, and one that builds for its registry", () => {
        accepts("sandbox", {}, "a-stack-with-a-very-long-name");
        accepts("sandbox", { [delivery]: usual });
        accepts("sandbox", { [delivery]: { ...usual, builds: true }, "ringfence:registry": registry });
    });
    it("MVA-11 refuses to build for nowhere", () => {
        refuses(
            "sandbox",
            { [delivery]: { ...usual, builds: true } },
            { key: `${delivery}.builds`, message: "needs a registry to push to", repair: "declare the registry" },
        );
    });
    it("refuses a stack whose name does not fit into an account's", () => {
        refuses(
            "sandbox",
            { [delivery]: usual, "ringfence:api.name": "a" },
            { key: delivery, message: "does not fit into an account's name", repair: "at most 20 characters" },
            "a-stack-with-a-very-long-name",
        );
    });
});
