import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import type { ConfigBlock } from "../../../environment/stack-file/config-block";
import { understandStack } from "../../../environment/stack-file/stack";
import { stackOf, type TestedTier, testedTiers, valuesOf } from "../fixtures";
import { stackFile } from "./project-folder";

const noProjectConfig: ConfigBlock = {
    file: "Pulumi.yaml",
    values: new Map(),
    encryptedPaths: [],
    lineOf: () => undefined,
    line: 1,
    problems: [],
};
const tier = fc.constantFrom<TestedTier>(...testedTiers);
const files = Object.fromEntries(testedTiers.map((name) => [name, stackFile(valuesOf(name))]));

/** Understood, or refused with errors that tell where and what. */
function understand(text: string, stack = "beta") {
    const { value, errors } = understandStack(stack, "Pulumi.beta.yaml", text, noProjectConfig);
    assert.ok(value !== undefined || errors.length > 0);
    const lines = text.split(/\r\n|\n|\r/).length;
    for (const { file, line, message, repair } of errors) {
        assert.equal(file, "Pulumi.beta.yaml");
        assert.ok(line !== undefined && line >= 1 && line <= lines, `line ${line} of ${lines}`);
        assert.ok(message !== "" && repair !== undefined && repair !== "");
    }
    return { value, errors };
}

describe("any text at all in a stack file", () => {
    it("is understood or refused, never thrown at: random text", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void understand(text)),
            { numRuns: 300 },
        );
        const punctuation = fc.constantFrom(
            ..."-:{}[],&*#?|<>@%!'\"`~\t \n\\abc1é😀\u2028\uFEFF\0".split(""),
            "config:",
            "secure:",
            "<<:",
            "ringfence:",
        );
        fc.assert(
            fc.property(fc.array(punctuation, { maxLength: 60 }), (parts) => void understand(parts.join(""))),
            { numRuns: 600 },
        );
    });
    it("is understood or refused: any values", () => {
        const tree = fc.jsonValue({ maxDepth: 4, stringUnit: "binary" });
        fc.assert(
            fc.property(tree, (value) => void understand(stringify({ config: value }))),
            { numRuns: 200 },
        );
    });
    it("is understood or refused: a stack file with a slip of the pen", () => {
        const slip = fc.record({
            at: fc.nat(),
            cut: fc.nat({ max: 8 }),
            put: fc.string({ unit: "grapheme", maxLength: 4 }),
        });
        fc.assert(
            fc.property(tier, fc.array(slip, { minLength: 1, maxLength: 3 }), (tier, slips) => {
                let text = files[tier] ?? "";
                for (const { at, cut, put } of slips) {
                    const place = at % text.length;
                    text = text.slice(0, place) + put + text.slice(place + cut);
                }
                understand(text, stackOf[tier]);
            }),
            { numRuns: 250 },
        );
    });
    it("ORB-11 is never repeated where it is encrypted, wherever that stands", () => {
        const cipher = fc.stringMatching(/^v1:[A-Za-z0-9]{16}:[A-Za-z0-9]{16,40}$/);
        fc.assert(
            fc.property(tier, fc.nat(), cipher, fc.boolean(), (tier, line, text, broken) => {
                const lines = (files[tier] ?? "").trimEnd().split("\n");
                const at = 1 + (line % (lines.length - 1));
                const key = /^( *(?:- )?[^ ]+:|.*-)/.exec(lines[at] ?? "")?.[0] ?? "  x:y:";
                lines[at] = `${key} {secure: ${text}${broken ? "" : "}"}`;
                const { value, errors } = understand(lines.join("\n"), stackOf[tier]);
                assert.ok(!JSON.stringify([value, errors]).includes(text));
            }),
            { numRuns: 250 },
        );
    });
});
