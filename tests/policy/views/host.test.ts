import assert from "node:assert/strict";
import { hostsIn } from "../../../policy/views/host";

const found = (text: string) => hostsIn({ domain: undefined }, text, true);

describe("hosts that a text names", () => {
    it("are those of addresses and a host name alone", () => {
        assert.deepEqual(found("https://user@api.acme.example:8443/x"), ["api.acme.example"]);
        assert.deepEqual(found("db.acme.example:5432"), ["db.acme.example"]);
    });

    it("are not the names of files, whatever word they have in common with an environment", () => {
        for (const file of ["main.js", "main.py", "main.yaml", "values.production.json", "live.sock"]) {
            assert.deepEqual(found(file), [], file);
        }
    });
});
