import assert from "node:assert/strict";
import { inFile } from "../../../../policy/views/docker/delivered";

describe("a variable that names a file", () => {
    for (const [name, inner] of [
        ["DATABASE_URL_FILE", "DATABASE_URL"],
        ["GF_SECURITY_ADMIN_PASSWORD__FILE", "GF_SECURITY_ADMIN_PASSWORD"],
        ["PROFILE", undefined],
        ["DATABASE_URL", undefined],
    ] as const)
        it(`${name} hands over ${inner ?? "nothing else"}`, () => assert.equal(inFile(name), inner));
});
