import { casesOf, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("build");
const built = { name: "r1", image: "voice-agent:local", build: "examples/workloads" };

describe("the rule build", () => {
    it("accepts an image that is built in a sandbox on Docker", () => {
        accepts("sandbox", { ...onDocker, "ringfence:release": built });
    });
    it("MVA-11 refuses one that is built anywhere else", () => {
        const key = "ringfence:release.build";
        const expected = { key, message: "promoted by its digest", repair: "remove it" };
        refuses("sandbox", { "ringfence:release": built }, expected);
        refuses("production", { ...onDocker, "ringfence:release.build": "examples/workloads" }, expected);
    });
    it("refuses one that is built under the digest of another", () => {
        refuses(
            "sandbox",
            { ...onDocker, "ringfence:release.build": "examples/workloads" },
            { key: "ringfence:release.image", message: "gets its digest by being built", repair: "voice-agent:local" },
        );
    });
});
