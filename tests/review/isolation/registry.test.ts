import assert from "node:assert/strict";
import { isolation } from "../../../review/isolation";
import { type Changes, environmentOf, type TestedTier } from "../../environment/fixtures";

const usual = { project: "acme-images", location: "europe-west2", repository: "voice" };
const repository = "acme/voice";
const address = "europe-west2-docker.pkg.dev/acme-images/voice";
const account = (environment: string, called: string) =>
    `${environment}-${called}@acme-voice-${environment}.iam.gserviceaccount.com`;

const beta = (changes: Changes = {}) =>
    environmentOf("sandbox", {
        "ringfence:registry": usual,
        "ringfence:delivery": { repository, builds: true },
        ...changes,
    });
const staging = (changes: Changes = {}) =>
    environmentOf("pre-production", { "ringfence:registry": usual, "ringfence:delivery": { repository }, ...changes });
const managed = {
    ...usual,
    managed: true,
    readers: { beta: "415104041262", staging: "731842906558" },
    deployers: { beta: account("beta", "deployer"), staging: account("staging", "deployer") },
    publisher: account("beta", "publisher"),
};
const main = (changes: object = {}, tier: TestedTier = "production", stack = "main") =>
    environmentOf(tier, { "ringfence:registry": { ...managed, ...changes } }, stack);

const told = (environments: Parameters<typeof isolation>[1]) =>
    isolation([], environments, new Set(environments.map(({ name }) => name)))
        .violations.filter(({ rule }) => rule === "registry")
        .map(({ stacks, message }) => `${stacks.join(" ")}: ${message}`);
const only = (environments: Parameters<typeof isolation>[1], stacks: string, ...parts: readonly string[]) => {
    const [message = "", ...more] = told(environments);
    assert.deepEqual(more, []);
    for (const part of [`${stacks}: `, ...parts]) assert.ok(message.includes(part), message);
};

describe("the registry that environments share", () => {
    it("MVA-11 is in order where one stack manages it and lets the others in, and is named as shared", () => {
        const environments = [beta(), staging(), main()];
        assert.deepEqual(told(environments), []);
        const { shared } = isolation([], environments, new Set(["beta"]));
        const [registry] = shared.filter(({ resource }) => resource === `image registry ${address}`);
        assert.deepEqual(registry?.stacks, ["beta", "staging", "main"]);
    });

    it("is in order where it is managed elsewhere", () => {
        assert.deepEqual(told([beta(), staging()]), []);
    });

    it("has one manager", () => {
        const second = staging({ "ringfence:registry": { ...usual, managed: true } });
        only([second, main({ readers: {}, deployers: {}, publisher: undefined })], "staging main", "both manage");
    });

    it("is built for by one stack", () => {
        const building = staging({ "ringfence:delivery": { repository, builds: true } });
        const said = told([beta(), building, main()]);
        assert.ok(said.some((message) => message.startsWith("beta staging: beta and staging both build the image")));
    });

    it("lets every stack pull that uses it, and says what to add", () => {
        const { beta: _, ...readers } = managed.readers;
        const { beta: __, ...deployers } = managed.deployers;
        const plain = beta({ "ringfence:delivery": undefined });
        only(
            [plain, staging(), main({ readers, deployers })],
            "main beta",
            "cannot pull from",
            "add `beta` with the number of the project acme-voice-beta to ringfence:registry.readers of main",
        );
    });

    it("lets every stack's deployer read, by its own address", () => {
        const deployers = { ...managed.deployers, staging: account("beta", "deployer") };
        only(
            [beta(), staging(), main({ deployers })],
            "main staging",
            "`staging: staging-deployer@acme-voice-staging.iam.gserviceaccount.com`",
            "ringfence:registry.deployers of main",
        );
    });

    it("lets the stack push that builds", () => {
        only(
            [beta(), staging(), main({ publisher: undefined })],
            "main beta",
            "`publisher: beta-publisher@acme-voice-beta.iam.gserviceaccount.com`",
        );
    });

    it("names a reader that no stack is", () => {
        const readers = { ...managed.readers, gamma: "123456789" };
        only([beta(), staging(), main({ readers })], "main", 'lets "gamma" read', "ringfence:registry.readers");
    });

    it("lies in no environment's project", () => {
        const registry = { ...usual, project: "acme-voice-main" };
        const image = "europe-west2-docker.pkg.dev/acme-voice-main/voice/agent:1";
        const environments = [
            beta({ "ringfence:registry": registry, "ringfence:release.image": image }),
            environmentOf("production"),
        ];
        only(environments, "main beta", "lies in main's own Google Cloud project", "ringfence:registry.project");
    });
});
