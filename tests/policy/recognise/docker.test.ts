import assert from "node:assert/strict";
import type { ResourceFacts, Value } from "../../../policy/facts";
import { salesforceUse, voipCredentials } from "../../../policy/recognise";
import { preProduction } from "../environments";
import { output, resource, scope } from "../facts-builders";

const staging = preProduction();
const container = (name: string, inputs: Readonly<Record<string, Value>>): ResourceFacts =>
    resource(staging, "docker:index/container:Container", name, { image: "voice", ...inputs });

const salesforce = (inputs: Readonly<Record<string, Value>>, ...before: readonly ResourceFacts[]) => {
    const agent = container("agent", inputs);
    const { kind, because } = salesforceUse(scope(staging, [...before, agent]), agent) ?? {};
    return [kind, because];
};

describe("what a Docker container has to do with other systems", () => {
    it("is seen in its variables", () => {
        assert.deepEqual(salesforce({ envs: ["SF_ACCESS=write"] }), ["write", "The variable SF_ACCESS"]);
        assert.deepEqual(salesforce({ envs: ["SF_ACCESS=read"] }), ["read", "The variable SF_ACCESS"]);
        assert.deepEqual(salesforce({ envs: ["CRM=https://test.salesforce.com"] }), ["sandbox", "The variable CRM"]);
    });

    it("is seen in what it is started with", () => {
        for (const property of ["command", "entrypoints"]) {
            const [kind] = salesforce({ [property]: ["sync", "--crm=https://acme.my.salesforce.com"] });
            assert.equal(kind, "write", property);
            assert.equal(salesforce({ [property]: ["sh", "-c", "SF_ACCESS=write exec node ."] })[0], "write", property);
        }
    });

    it("is seen in its files", () => {
        const uploads = (file: string, content: string) => ({ uploads: [{ file, content }] });
        assert.deepEqual(salesforce(uploads("/run/secrets/sf-password", "x")), [
            "write",
            "The file /run/secrets/sf-password",
        ]);
        assert.deepEqual(salesforce(uploads("/run/crm", "https://acme.my.salesforce.com")), [
            "write",
            "The file /run/crm",
        ]);
        assert.deepEqual(salesforce(uploads("/app/.env", "SF_ACCESS=read\n")), [
            "read",
            "The variable SF_ACCESS in the file /app/.env",
        ]);
    });

    it("is seen in a file in Base64", () => {
        const contentBase64 = Buffer.from("https://acme.my.salesforce.com").toString("base64");
        assert.equal(salesforce({ uploads: [{ file: "/run/crm", contentBase64 }] })[0], "write");
    });

    describe("by a variable that names a file", () => {
        const files = container("files", {
            start: false,
            uploads: [{ file: "/run/secrets/sf-access", content: "read" }],
        });
        const lent = { envs: ["SF_ACCESS_FILE=/run/secrets/sf-access"] };

        it("is what the file says, where the stack writes it", () => {
            const volumes = [{ fromContainer: output(files, "name") }];
            assert.deepEqual(salesforce({ ...lent, volumes }, files), ["read", "The variable SF_ACCESS_FILE"]);
        });

        it("is what the file says, by the name that Pulumi made up", () => {
            const volumes = [{ fromContainer: "files-0a1b2c3" }];
            assert.deepEqual(salesforce({ ...lent, volumes }, files), ["read", "The variable SF_ACCESS_FILE"]);
        });

        it("is what the file says while the one that lends it is replaced, and shown by its last name", () => {
            const replaced = { ...files, inputs: { ...files.inputs, name: "files-9f8e7d6" } };
            const volumes = [{ fromContainer: "files-0a1b2c3" }];
            assert.deepEqual(salesforce({ ...lent, volumes }, replaced), ["read", "The variable SF_ACCESS_FILE"]);
        });

        it("is the strongest, where somebody else writes it", () => {
            assert.deepEqual(salesforce(lent, files), ["write", "The variable SF_ACCESS_FILE"]);
        });

        it("is a credential as the variable itself", () => {
            const agent = container("agent", { envs: ["VOIP_PASSWORD_FILE=/run/secrets/voip-password"] });
            assert.deepEqual(voipCredentials(scope(staging, [agent]), agent), [
                { kind: "live", because: "The variable VOIP_PASSWORD_FILE" },
            ]);
        });
    });
});
