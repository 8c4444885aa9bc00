import assert from "node:assert/strict";
import { words } from "../../../policy/recognise";

describe("the words of a name", () => {
    const table: readonly (readonly [string, readonly string[]])[] = [
        ["SF_SANDBOX_URL", ["sf", "sandbox", "url"]],
        ["sfSandboxUrl", ["sf", "sandbox", "url"]],
        ["staging-sf-sandbox-url", ["staging", "sf", "sandbox", "url"]],
        ["SalesForceURL", ["salesforce", "url"]],
        ["sales_force_key", ["salesforce", "key"]],
        ["VoIP_SYNC", ["voip", "sync"]],
        ["voipSyncEnabled", ["voip", "sync", "enabled"]],
        ["READ_ONLY_TOKEN", ["readonly", "token"]],
        ["read-write", ["write"]],
        ["non-prod.example", ["preproduction", "example"]],
        ["pre-production", ["preproduction"]],
        ["SFTP_HOST", ["sftp", "host"]],
        ["SIPPASSWORD", ["sip", "password"]],
        ["SFDCTOKEN", ["sfdc", "token"]],
        ["GOSSIPTOKEN", ["gossiptoken"]],
        ["DATABASE_HOST_NAME", ["database", "host"]],
        ["GHOST_NAMES", ["ghost", "names"]],
        ["DB_IP", ["db", "address"]],
        ["DB_IP_RANGE", ["db", "ip", "range"]],
        ["SENTRY_DSN", ["sentry", "dsn"]],
        ["TRANSFER_LIMIT", ["transfer", "limit"]],
        ["", []],
    ];
    for (const [name, expected] of table) {
        it(`of "${name}" are ${expected.join(", ") || "none"}`, () => assert.deepEqual(words(name), expected));
    }
});
