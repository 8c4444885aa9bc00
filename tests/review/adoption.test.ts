import { strict as assert } from "node:assert";
import { mandatory, planWith, stackOf } from "../requirements/plan";

const postgres = "ringfence:database:\n    engine: postgresql\n";
const firestore = "ringfence:database:\n    engine: firestore\n";

describe("An environment that adopts what exists", () => {
    for (const align of [false, true]) {
        it(`ORA-2 takes over its PostgreSQL by a line in the stack file (align: ${align})`, async () => {
            const adopt = `    adopt: { instance: old-server, database: leads, user: leads, align: ${align} }\n`;
            const staging = stackOf(await planWith("staging", postgres, `${postgres}${adopt}`), "staging");
            assert.deepEqual(mandatory(staging), []);
            const names = Object.fromEntries(
                staging.resources
                    .filter(({ type }) => type.startsWith("gcp:sql/"))
                    .map(({ type, inputs }) => [type.split(":").at(-1), inputs.name]),
            );
            assert.deepEqual(names, { DatabaseInstance: "old-server", User: "leads", Database: "leads" });
        });

        it(`ORA-2 takes over its Firestore by a line in the stack file (align: ${align})`, async () => {
            const adopt = `    adopt: { database: leads-beta, align: ${align} }\n`;
            const beta = stackOf(await planWith("beta", firestore, `${firestore}${adopt}`), "beta");
            assert.deepEqual(mandatory(beta), []);
            const database = beta.resources.find(({ type }) => type === "gcp:firestore/database:Database");
            assert.equal(database?.inputs.name, "leads-beta");
        });
    }

    it("ORA-2 takes over its Redis by a line in the stack file", async () => {
        const redis = "ringfence:redis:\n";
        const document = await planWith("staging", redis, `${redis}    adopt: { instance: old-redis }\n`);
        const staging = stackOf(document, "staging");
        assert.deepEqual(mandatory(staging), []);
        const server = staging.resources.find(({ type }) => type === "gcp:redis/instance:Instance");
        assert.equal(server?.inputs.name, "old-redis");
    });
});
