import assert from "node:assert/strict";
import { supplyCommand } from "../../environment/supply-command";

describe("the command that supplies a secret", () => {
    it("encrypts the value in the stack file, and has no value in it", () => {
        assert.equal(
            supplyCommand("GEMINI_API_KEY", "onprem"),
            "npx pulumi config set --secret --path 'ringfence:secrets.GEMINI_API_KEY.value' --stack onprem",
        );
    });

    it("keeps any name one word of the shell and one key of the path", () => {
        assert.equal(
            supplyCommand("it's.odd", "onprem"),
            `npx pulumi config set --secret --path 'ringfence:secrets["it'\\''s.odd"].value' --stack onprem`,
        );
    });
});
