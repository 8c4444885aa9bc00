import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../../policy/rule";
import { rules } from "../../../policy/rules";
import { jsonCatalogue, markdownCatalogue, textCatalogue } from "../../../review/report/catalogue";
import { entriesOf, levelWords } from "../../../review/report/catalogue/entries";
import { widthOf } from "../../../review/report/text/width";

const rule = (more: Partial<Rule>): Rule => ({
    name: "some-rule",
    kind: "hygiene",
    forbids: "Nothing may be so.",
    why: "It would be bad.",
    level: "mandatory",
    severity: "low",
    requirements: ["MVA-1"],
    repair: "Do it so.",
    platforms: ["gcp"],
    check: () => [],
    ...more,
});
const wordsFor = (level: Rule["level"]) => entriesOf([rule({ level })]).map(({ levels }) => levelWords(levels))[0];

describe("The catalogue of rules", () => {
    it("says at which tier a rule has which level", () => {
        assert.equal(wordsFor("advisory"), "advisory");
        assert.equal(
            wordsFor(({ tier }) => (tier === "production" ? "mandatory" : "advisory")),
            "advisory below production, mandatory in production",
        );
        assert.equal(
            wordsFor(({ tier }) => (tier === "sandbox" ? "advisory" : "mandatory")),
            "advisory in a sandbox, mandatory above it",
        );
        assert.equal(
            wordsFor(({ tier }) => (tier === "sandbox" || tier === "shared" ? "advisory" : "mandatory")),
            "advisory in sandbox, shared; mandatory in pre-production, production",
        );
    });

    it("prints for people, in the width that there is", () => {
        const text = textCatalogue([rule({}), rule({ name: "first", kind: "isolation" })], {
            columns: 60,
            colour: false,
            unicode: true,
        });
        assert.deepEqual(text.trimEnd().split("\n").slice(-9), [
            "They keep each environment in good order, and judge the",
            "whole stack.",
            "",
            "  some-rule",
            "    mandatory · low · gcp",
            "    forbids  Nothing may be so.",
            "    why      It would be bad.",
            "    repair   Do it so.",
            "    guards   MVA-1",
        ]);
        assert.ok(text.startsWith("Isolation: 1 rule\n"));
        for (const line of text.split("\n")) assert.ok(widthOf(line) <= 60, line);
    });

    it("holds every rule with all that is to be said of it", () => {
        const { rules: entries } = JSON.parse(jsonCatalogue(rules));
        assert.equal(entries.length, rules.length);
        for (const entry of entries) {
            const { name, levels, forbids, why, repair, requirements, platforms } = entry;
            assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
            for (const text of [forbids, why, repair, ...requirements, ...platforms]) assert.ok(text.length > 2, name);
            assert.deepEqual(Object.keys(levels), ["sandbox", "pre-production", "production", "shared"]);
        }
    });

    it("is the page docs/rules.md; after a change run `npx ringfence rules --format markdown --out docs/rules.md`", () => {
        const page = readFileSync(join(__dirname, "../../../docs/rules.md"), "utf8");
        assert.equal(page, markdownCatalogue(rules));
    });
});
