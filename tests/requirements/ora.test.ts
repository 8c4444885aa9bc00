import { strict as assert } from "node:assert";
import { type Document, planOf, serviceOf, stackOf, theOnly, variablesOf } from "./plan";

describe("ORA, as far as the root stacks have it", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });
    const made = (stack: string, secret: string): string => {
        const { inputs } = stackOf(plan, stack).resources.find(({ name }) => name === `${secret}-version`) ?? {};
        return inputs?.secretData ?? "";
    };

    it("ORA-6 makes staging's DATABASE_URL of the address and password of staging's own database", () => {
        assert.equal(
            variablesOf(serviceOf(stackOf(plan, "staging"), "VoiceApi")).DATABASE_URL,
            "vault:staging-database-url",
        );
        const references = [...made("staging", "staging-database-url").matchAll(/\$\{(urn:pulumi:[^#]+)#([^}]+)\}/g)];
        assert.deepEqual(
            references.map(([, urn = "", property]) => [urn.split(":")[2], urn.split("::").at(-1), property]),
            [
                ["staging", "staging-database-password", "result"],
                ["staging", "staging-database-server", "privateIpAddress"],
            ],
        );
    });

    it("ORA-11 gives staging and production a Redis each, in projects and networks of their own", () => {
        const [staging, main] = ["staging", "main"].map((stack) => {
            const { inputs, urn } = theOnly(stackOf(plan, stack), "gcp:redis/instance:Instance");
            assert.ok(made(stack, `${stack}-redis-url`).includes(urn), `REDIS_URL of ${stack} is of its own Redis`);
            return inputs;
        });
        for (const property of ["name", "project", "authorizedNetwork"])
            assert.notEqual(staging[property], main[property], property);
    });
});
