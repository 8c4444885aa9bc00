import assert from "node:assert/strict";
import { onceAScope } from "../../../policy/views/once-a-scope";

describe("what is found once a scope", () => {
    const counted = (answer: (scope: { at: number }, subject: string) => string | undefined) => {
        let asked = 0;
        const find = onceAScope((scope: { at: number }, subject: string) => {
            asked++;
            return answer(scope, subject);
        });
        return { find, asked: () => asked };
    };

    it("is found once for each subject, also where it is nothing", () => {
        const { find, asked } = counted((_, subject) => (subject === "a" ? "found" : undefined));
        const scope = { at: 1 };
        for (let time = 0; time < 3; time++) {
            assert.equal(find(scope, "a"), "found");
            assert.equal(find(scope, "b"), undefined);
        }
        assert.equal(asked(), 2);
    });

    it("never answers for another scope, however much alike", () => {
        let at = 0;
        const { find, asked } = counted((_, subject) => `${subject} ${++at}`);
        const first = { at: 1 };
        const second = { at: 1 };
        assert.equal(find(first, "a"), "a 1");
        assert.equal(find(second, "a"), "a 2");
        assert.equal(find(first, "a"), "a 3");
        assert.equal(asked(), 3);
    });
});
