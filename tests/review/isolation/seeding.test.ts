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
        const half = (role: "source" | "target", volume: string, host = "ssh://deploy@one.example") =>
            environmentOf(
                role === "source" ? "production" : "pre-production",
                {
                    ...onDocker,
                    "docker:host": host,
                    "ringfence:seeding": { role, volume, command: ["npm", "run"] },
                },
                role === "source" ? "main" : "staging",
            );
        it("ORA-7 share a volume, and are told as shared on purpose", () => {
            const both = [half("target", "dumps"), half("source", "dumps")];
            assert.deepEqual(messages(...both), []);
            const volume = isolation([], both, all).shared.find(({ resource }) => resource === "volume dumps");
            assert.deepEqual(volume?.stacks, ["staging", "main"]);
        });
        it("are refused where they name two volumes, or are on two hosts", () => {
            assert.deepEqual(messages(half("target", "dumps"), half("source", "dump")), [
                "staging takes in anonymised dumps by the volume dumps, which no stack of this project writes into on ssh://deploy@one.example (there is dump): correct ringfence:seeding.volume.",
                "main writes its anonymised dump into the volume dump, which no stack of this project takes one in by on ssh://deploy@one.example (there is dumps): correct ringfence:seeding.volume.",
            ]);
            assert.equal(
                messages(half("target", "dumps"), half("source", "dumps", "ssh://deploy@two.example")).length,
                2,
            );
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
