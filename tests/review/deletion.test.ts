import assert from "node:assert/strict";
import type { Review } from "../../review/plan";
import { review } from "../../review/review";
import { root } from "./project-folder";

const dataStores = /DatabaseInstance$|firestore\/database:Database$|redis\/instance:Instance$/;

describe("what `pulumi destroy` may take away", () => {
    let found: Review;
    before(async () => {
        found = await review({ project: root, stacks: [], debug: false });
    });
    const protectedIn = (stack: string) =>
        found.plans
            .find((plan) => plan.stack === stack)
            ?.resources.filter(({ facts }) => dataStores.test(facts.type))
            .map(({ facts }) => facts.protect);

    it("is refused as a whole in production: the engine protects what holds data", () => {
        const stores = protectedIn("main") ?? [];
        assert.ok(stores.length >= 2);
        // A replica can be made again.
        assert.ok(stores.filter((protect) => protect).length >= 2);
    });

    it("is everything in a sandbox", () => {
        assert.deepEqual(protectedIn("beta"), [false]);
    });
});
