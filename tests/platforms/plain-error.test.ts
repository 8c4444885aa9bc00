import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { PlainError } from "../../platforms/plain-error";

describe("a plain error", () => {
    it("is told by its message alone, while the program runs and after its end", () => {
        const error = new PlainError("the job migrate ended with 3");
        // What Pulumi looks at while the program runs, and what it tells later.
        assert.ok(pulumi.RunError.isInstance(error));
        assert.equal(error.stack || error.message, "the job migrate ended with 3");
    });
});
