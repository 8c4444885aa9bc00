import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";

describe("what is loaded only when it is used", () => {
    it("is there then: Pulumi's Automation API", () => {
        assert.equal(typeof pulumi.automation.LocalWorkspace, "function");
        assert.ok("createStack" in pulumi.automation.LocalWorkspace);
        assert.ok(Object.keys(pulumi.automation).includes("LocalWorkspace"));
    });

    it("is there then: zod's messages in other languages", () => {
        assert.ok(Object.keys(z.locales).length > 20);
        assert.equal(typeof { ...z.locales }.de, "function");
    });
});
