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
        ["TRANSFER_LIMIT", ["transfer", "limit"]],
        ["", []],
    ];
    for (const [name, expected] of table) {
        it(`of "${name}" are ${expected.join(", ") || "none"}`, () => assert.deepEqual(words(name), expected));
    }
});
