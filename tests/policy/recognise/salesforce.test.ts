import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { type SalesforceUse, salesforceUse } from "../../../policy/recognise";
import { preProduction, sandbox } from "../environments";
import { resource, scope, unknown, unknownFrom, type Variables, vaultSecret, workload } from "../facts-builders";

const staging = preProduction();

function useOf(variables: Variables, environment = staging): SalesforceUse | undefined {
    const resources = workload(environment, "gcp", { variables });
    const last = resources.at(-1);
    assert.ok(last);
    return salesforceUse(scope(environment, resources), last)?.kind;
}

describe("a use of Salesforce", () => {
    describe("by an address", () => {
        const table: readonly (readonly [string, SalesforceUse | undefined])[] = [
            ["https://acme.my.salesforce.com", "write"],
            ["https://login.salesforce.com/services/oauth2/token", "write"],
            ["https://acme.lightning.force.com", "write"],
            ["https://na139.salesforce.com", "write"],
            ["https://acme.my.salesforce-sites.com/leads", "write"],
            ["acme.my.salesforce.com", "write"],
            ["https://user@acme.my.salesforce.com:443/x", "write"],
            ["https://ACME.My.SalesForce.com", "write"],
            ["https://test.salesforce.com", "sandbox"],
            ["https://acme--beta.sandbox.my.salesforce.com", "sandbox"],
            ["https://acme--beta.sandbox.lightning.force.com", "sandbox"],
            ["https://acme-dev-ed.develop.my.salesforce.com", "sandbox"],
            ["https://acme.scratch.my.salesforce.com", "sandbox"],
            ["https://acme--uat.my.salesforce.com", "write"],
            ["https://cs12.salesforce.com", "sandbox"],
            ["https://acme--uat.cs12.my.salesforce.com", "write"],
            ["https://acme--sandbox.my.salesforce.com", "write"],
            ["https://acme.my.site.com/leads", "write"],
            ["https://acme.salesforce-sites.com", "write"],
            ["https://acme.salesforce-experience.com", "write"],
            ["https://acme--beta.sandbox.my.salesforce.com@acme.my.salesforce.com", "write"],
            ["https://relay.example/?to=https%3A%2F%2Facme%2Emy%2Esalesforce%2Ecom", "write"],
            ["100% of %E0%A4 acme%2Emy.salesforce.com", "write"],
            ["https%3A%2F%2Fhelp.salesforce.com%2Fs", undefined],
            ["https://acme.example-site.com", undefined],
            ["https://my.site.com.example.net", undefined],
            ["https://help.salesforce.com/s/articleView", undefined],
            ["https://developer.salesforce.com/docs", undefined],
            ["https://workforce.com", undefined],
            ["https://notsalesforce.com", undefined],
            ["https://salesforce.com.example.net", undefined],
            ["https://example.net/salesforce.company", undefined],
            ["a text about salesforce", undefined],
        ];
        for (const [address, expected] of table) {
            it(`${address} is ${expected ?? "none"}`, () => assert.equal(useOf({ CRM: address }), expected));
        }
        it("both addresses of two count", () => {
            assert.equal(useOf({ CRM: "https://test.salesforce.com https://acme.my.salesforce.com" }), "write");
        });
    });

    describe("by the name of a variable", () => {
        const table: readonly (readonly [string, SalesforceUse | undefined])[] = [
            ["SF_USERNAME", "write"],
            ["SALESFORCE_CLIENT_ID", "write"],
            ["LEADS_SFDC_USER", "write"],
            ["salesforceOrg", "write"],
            ["SALESFORCEPASSWORD", "write"],
            ["SFDCTOKEN", "write"],
            ["SFPASSWORD", "write"],
            ["SFTOKENIZER", undefined],
            ["SF_READONLY_USER", "read"],
            ["SF_RO_USER", "read"],
            ["SALESFORCE_READ_ONLY_USER", "read"],
            ["SF_SANDBOX_USER", "sandbox"],
            ["SF_RW_USER", "write"],
            ["SF_SANDBOX_WRITE_USER", "write"],
            ["SFTP_HOST", undefined],
            ["TRANSFER_USER", undefined],
            ["SAFE_MODE", undefined],
            ["WORKFORCE_ID", undefined],
            ["OFFSF", undefined],
        ];
        for (const [name, expected] of table) {
            it(`${name} is ${expected ?? "none"}`, () => assert.equal(useOf({ [name]: "agent" }), expected));
        }
        it("an empty variable is none", () => assert.equal(useOf({ SF_URL: "" }), undefined));
        it("a switch that is off is none", () => assert.equal(useOf({ SF_SYNC_ENABLED: "false" }), undefined));
        it("a switch that is on is one", () => assert.equal(useOf({ SF_SYNC_ENABLED: "true" }), "write"));
        it("a switch that is not known yet is one", () => assert.equal(useOf({ SF_SYNC_ENABLED: unknown }), "write"));
    });

    describe("by what SF_ACCESS says", () => {
        const table: readonly (readonly [Value, SalesforceUse | undefined])[] = [
            ["none", undefined],
            ["sandbox", "sandbox"],
            ["read", "read"],
            ["readonly", "read"],
            ["read-only", "read"],
            ["ro", "read"],
            ["write", "write"],
            ["read-write", "write"],
            ["rw", "write"],
            ["full", "write"],
            ["writer", "write"],
            ["admin", "write"],
            ["live", "write"],
            ["production", "write"],
            ["read-live", "write"],
            ["reader", "read"],
            ["viewer", "read"],
            ["test", "sandbox"],
            ["mock", "sandbox"],
            ["scratch", "sandbox"],
            ["off", undefined],
            ["false", undefined],
            ["whatever", "write"],
            [unknown, "write"],
        ];
        for (const [access, expected] of table) {
            it(`${String(access)} is ${expected ?? "none"}`, () => {
                assert.equal(useOf({ SF_ACCESS: access }), expected);
                for (const name of ["SALESFORCE_MODE", "SF_PERMISSION", "SF_ROLE", "SFDC_SCOPE"])
                    assert.equal(useOf({ [name]: access }), expected);
            });
        }
        it("an address beside read reads", () => {
            assert.equal(useOf({ SF_ACCESS: "read", SF_URL: "https://acme.my.salesforce.com" }), "read");
        });
        it("a live address beside sandbox writes", () => {
            assert.equal(useOf({ SF_ACCESS: "sandbox", SF_SANDBOX_URL: "https://acme.my.salesforce.com" }), "write");
        });
        it("a live address beside none writes", () => {
            assert.equal(useOf({ SF_ACCESS: "none", SF_URL: "https://acme.my.salesforce.com" }), "write");
        });
        it("a sandbox's address under a plain name is the sandbox, and so is what stands beside it", () => {
            const plain = { SF_URL: "https://test.salesforce.com", SF_USERNAME: "agent" };
            assert.equal(useOf(plain), "sandbox");
            assert.equal(useOf({ ...plain, OTHER: "https://acme.my.salesforce.com" }), "write");
            assert.equal(useOf({ ...plain, SF_PASSWORD: { vault: "staging-sf-password" } }), "write");
        });
        it("a name beside none is none", () => {
            assert.equal(useOf({ SF_ACCESS: "none", SF_API_VERSION: "60.0" }), undefined);
        });
        it("a name beside read reads", () => {
            assert.equal(useOf({ SF_ACCESS: "read", SF_API_VERSION: "60.0" }), "read");
        });
    });

    describe("by a secret", () => {
        const table: readonly (readonly [string, SalesforceUse | undefined])[] = [
            ["staging-salesforce-read-only-client-secret", "read"],
            ["staging-salesforce-sandbox-client-secret", "sandbox"],
            ["staging-salesforce-read-write-client-secret", "write"],
            ["staging-sf-client-secret", "write"],
            ["staging-sftp-password", undefined],
        ];
        for (const [name, expected] of table) {
            it(`${name} is ${expected ?? "none"}`, () => assert.equal(useOf({ TOKEN: { vault: name } }), expected));
        }
        it("its own name decides, not the variable's", () => {
            assert.equal(useOf({ SF_READONLY_SECRET: { vault: "staging-salesforce-client-secret" } }), "write");
        });
        it("its name does not count the environment's: in a stack called sandbox it is no sandbox's", () => {
            const called = { ...sandbox(), name: "sandbox" };
            assert.equal(useOf({ TOKEN: { vault: "sandbox-salesforce-client-secret" } }, called), "write");
        });
        it("read-only in every place reads, one that says nothing writes", () => {
            const reads = { SF_ACCESS: "read", A: { vault: "staging-salesforce-read-only" } };
            assert.equal(useOf(reads), "read");
            assert.equal(useOf({ ...reads, B: { vault: "staging-salesforce-other" } }), "write");
        });
        it("any secret that an unknown may be counts", () => {
            const secret = vaultSecret(staging, "gcp", "staging-salesforce-read-write");
            const other = vaultSecret(staging, "gcp", "staging-jwt-secret");
            const resources = workload(staging, "gcp", { variables: { TOKEN: { vault: unknownFrom(other, secret) } } });
            const all = scope(staging, [secret, other, ...resources]);
            const last = resources.at(-1);
            assert.ok(last);
            assert.deepEqual(salesforceUse(all, last), {
                kind: "write",
                because: 'The secret "staging-salesforce-read-write"',
            });
        });
        it("a password in clear is a credential", () => {
            assert.equal(useOf({ SF_ACCESS: "read", SF_PASSWORD: "hunter2" }), "write");
        });
    });

    describe("by anything else", () => {
        const kindOf = (type: string, inputs: Readonly<Record<string, Value>>) => {
            const facts = resource(staging, type, "it", inputs);
            return salesforceUse(scope(staging, [facts]), facts)?.kind;
        };
        it("an address anywhere in a type that nobody knows", () => {
            assert.equal(kindOf("acme:index/sync:Sync", { deep: [{ a: "https://acme.my.salesforce.com" }] }), "write");
        });
        it("a property's name in a type that nobody knows", () => {
            assert.equal(kindOf("acme:index/sync:Sync", { salesforceOrg: "acme" }), "write");
        });
        it("not by prose", () => {
            assert.equal(
                kindOf("acme:index/sync:Sync", { description: "see https://acme.my.salesforce.com" }),
                undefined,
            );
        });
        it("not by a short word in a label", () => {
            assert.equal(kindOf("gcp:storage/bucket:Bucket", { labels: { site: "sf" } }), undefined);
        });
        it("a label", () => {
            assert.equal(kindOf("gcp:storage/bucket:Bucket", { labels: { feeds: "salesforce" } }), "write");
        });
        it("not by what a provider or a component is told", () => {
            assert.equal(kindOf("ringfence:index:VoiceApi", { salesforce: "write" }), undefined);
            assert.equal(kindOf("pulumi:providers:salesforce", { salesforceUrl: "x" }), undefined);
        });
    });
});
