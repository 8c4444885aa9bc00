import assert from "node:assert/strict";
import { isolation } from "../../../review/isolation";
import { environmentOf, onDocker } from "../../environment/fixtures";

const environment = (name: string, delivery?: object) =>
    environmentOf("production", delivery === undefined ? {} : { "ringfence:delivery": delivery }, name);
const told = (...environments: Parameters<typeof isolation>[1]) =>
    isolation([], environments, new Set(environments.map(({ name }) => name)))
        .violations.filter(({ rule }) => rule === "delivery-branches")
        .map(({ message }) => message);
const repository = "acme/voice";

describe("the branches that stacks are deployed from", () => {
    it("ORA-14 are each one stack's", () => {
        const two = [environment("main", { repository }), environment("next", { repository, branch: "develop" })];
        assert.deepEqual(told(...two, environment("by-hand")), []);
    });
    it("are refused where two stacks have the same, said or by their name", () => {
        assert.deepEqual(
            told(environment("main", { repository }), environment("next", { repository, branch: "main" })),
            [
                "main and next are deployed by a push to the same branch (acme/voice, branch main): give each a branch of its own, at ringfence:delivery.branch.",
            ],
        );
    });
    it("may be called the same in two repositories", () => {
        const delivery = { repository: "acme/other", branch: "main" };
        assert.deepEqual(told(environment("main", { repository }), environment("next", delivery)), []);
    });
    it("hold on a Docker host too", () => {
        const docker = (name: string) =>
            environmentOf("production", { ...onDocker, "ringfence:delivery": { repository, branch: "main" } }, name);
        assert.equal(told(docker("one"), docker("two")).length, 1);
    });
});
