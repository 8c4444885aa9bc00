import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { SharedStack } from "../../components/shared-stack";
import { planned } from "../platforms/engine";

class Reader extends pulumi.ComponentResource {
    readonly shared: SharedStack;

    constructor(stack: string) {
        super("acme:index:Reader", "reader");
        this.shared = new SharedStack("staging", stack, this);
    }
}

type Promised = { promise(): Promise<string> };

async function told(stack: string, read: (shared: SharedStack) => pulumi.Output<string>): Promise<string> {
    let value: Promise<string> | undefined;
    await planned(() => {
        value = (read(new Reader(stack).shared) as unknown as Promised).promise();
        // Whoever awaits it is told; the engine's own wait must not be first.
        value.catch(() => {});
    });
    assert.ok(value);
    return value;
}

describe("a shared stack, as an environment reads it", () => {
    it("ORA-4 tells what records point to", async () => {
        assert.equal(await told("shared", ({ tunnel }) => tunnel), "f00d.cfargotunnel.com");
    });
    it("says what to describe where it does not own what is asked for", async () => {
        await assert.rejects(
            told("shared", ({ transcription }) => transcription),
            /the stack "shared" owns no transcription: describe ringfence:transcription/,
        );
    });
    it("ORA-6 tells nothing of a stack that does not say that it is shared", async () => {
        await assert.rejects(
            told("main", ({ tunnel }) => tunnel),
            /the stack "main" does not say that it is shared/,
        );
    });
});
