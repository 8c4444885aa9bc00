import assert from "node:assert/strict";
import { isolation } from "../../../review/isolation";
import { environmentOf, onDocker } from "../../environment/fixtures";

const main = (bucket: string) =>
    environmentOf("production", { "ringfence:seeding": { role: "source", bucket } }, "main");
const staging = (writer: string) =>
    environmentOf("pre-production", { "ringfence:seeding": { role: "target", writer } }, "staging");
const rightBucket = "acme-voice-staging-seed";
const rightWriter = "main-anonymiser@acme-voice-main.iam.gserviceaccount.com";
const all = new Set(["staging", "main"]);
const messages = (...environments: Parameters<typeof isolation>[1]) =>
    isolation([], environments, all)
        .violations.filter(({ rule }) => rule === "seeding")
        .map(({ message }) => message);

describe("the two halves of a seeding", () => {
    it("ORA-7 name each other, and are told as shared on purpose", () => {
        assert.deepEqual(messages(staging(rightWriter), main(rightBucket)), []);
        const { shared } = isolation([], [staging(rightWriter), main(rightBucket)], all);
        const bucket = shared.find(({ resource }) => resource === `bucket ${rightBucket}`);
        assert.deepEqual(bucket?.stacks, ["staging", "main"]);
        assert.match(bucket?.why ?? "", /declared exception/);
    });

    it("are refused where production writes into a bucket that no stack takes a dump in by", () => {
        assert.deepEqual(messages(staging(rightWriter), main("acme-voice-staging-records")), [
            `main writes its anonymised dump into the bucket acme-voice-staging-records, which is no stack's of this project that takes one in (there is ${rightBucket}): correct ringfence:seeding.bucket.`,
        ]);
    });

    it("are refused where pre-production lets in somebody else", () => {
        const somebody = "voice-agent-main@acme-voice-main.iam.gserviceaccount.com";
        assert.deepEqual(messages(staging(somebody), main(rightBucket)), [
            `staging lets ${somebody} write into its bucket, which is no stack's anonymiser of this project (there is ${rightWriter}): correct ringfence:seeding.writer.`,
        ]);
    });

    describe("on a Docker host", () => {
        const command = ["npm", "run"];
        const onHost = (tier: "production" | "pre-production", half: object, host = "ssh://deploy@one.example") =>
            environmentOf(
                tier,
                { ...onDocker, "docker:host": host, "ringfence:seeding": { ...half, command } },
                tier === "production" ? "main" : "staging",
            );
        const takes = onHost("pre-production", { role: "target" });
        const writes = (stack: string, host?: string) => onHost("production", { role: "source", stack }, host);
        it("ORA-7 share a volume, and are told as shared on purpose", () => {
            assert.deepEqual(messages(takes, writes("staging")), []);
            const { shared } = isolation([], [takes, writes("staging")], all);
            const volume = shared.find(({ resource }) => resource === "volume of staging for dumps");
            assert.deepEqual(volume?.stacks, ["staging", "main"]);
        });
        it("are refused where the source is for a stack that is not there, or takes none in", () => {
            assert.deepEqual(messages(takes, writes("stagin")), [
                "staging takes in anonymised dumps, and no stack of this project writes any for it: write `stack: staging` at ringfence:seeding of production, or remove ringfence:seeding here.",
                "main writes its anonymised dump for stagin: there is no stack stagin in this project (there is staging). Correct ringfence:seeding.stack.",
            ]);
            assert.match(messages(takes, writes("main"))[1] ?? "", /for main: main takes none in \(there is staging\)/);
        });
        it("are refused on two hosts", () => {
            assert.deepEqual(messages(takes, writes("staging", "ssh://deploy@two.example")), [
                "main writes its anonymised dump for staging: staging is on another host, ssh://deploy@one.example instead of ssh://deploy@two.example, and a volume is one host's (there is staging). Correct ringfence:seeding.stack.",
            ]);
        });
    });

    it("are not held against a stack whose own faults are told already", () => {
        const { violations } = isolation([], [main(rightBucket)], all, [], new Set(["staging"]));
        assert.deepEqual(violations, []);
    });

    it("are refused where one of them is alone", () => {
        assert.match(messages(main(rightBucket))[0] ?? "", /no stack's of this project that takes one in: correct/);
        assert.match(messages(staging(rightWriter))[0] ?? "", /no stack's anonymiser of this project: correct/);
    });
});
