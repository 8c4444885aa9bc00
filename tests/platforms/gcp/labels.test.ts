import { strict as assert } from "node:assert";
import { labels } from "../../../platforms/gcp/labels";

describe("labels", () => {
    const foundation = { environment: "staging", tier: "pre-production" } as const;

    it("say environment, tier and component, the same component in every environment", () => {
        const expected = { environment: "staging", tier: "pre-production", component: "database" };
        assert.deepEqual(labels(foundation, "database"), expected);
        assert.deepEqual(labels(foundation, "staging-database"), expected);
    });

    it("hold only what Google takes", () => {
        const { owner } = labels(foundation, "api", { owner: `The Voice Team <voice@example.com>${"!".repeat(60)}` });
        assert.match(owner ?? "", /^[a-z0-9_-]{0,63}$/);
    });
});
