import assert from "node:assert/strict";
import { namesProduction, variableOfProduction } from "../../../policy/recognise";
import { preProduction, sandbox } from "../environments";

describe("a name of production", () => {
    const staging = preProduction();
    for (const name of [
        "acme-voice-prod",
        "production-db.internal",
        "voice-main",
        "main-database-url",
        "live.crm.example.net",
        "prodDb",
        "staging-prod-mirror",
    ]) {
        it(`${name} is one`, () => assert.equal(namesProduction(staging, name), true));
    }
    for (const name of [
        "product-catalogue",
        "productivity",
        "maintenance",
        "domain",
        "delivery",
        "preprod-db",
        "pre-production-db",
        "non-prod-db",
        "staging-main-db",
        "main.uat.internal",
        "",
    ]) {
        it(`"${name}" is none`, () => assert.equal(namesProduction(staging, name), false));
    }
    it("main beside another environment's word is one", () => {
        assert.equal(namesProduction(sandbox(), "staging-main-db"), true);
    });
});

describe("a variable that is called after production", () => {
    for (const name of [
        "PROD_DATABASE_URL",
        "PRODUCTION_API_KEY",
        "REDIS_PROD_HOST",
        "PROD_DB",
        "PROD_REDIS",
        "PROD_BUCKET",
        "PROD_QUEUE",
        "PROD_DUMP",
        "PROD_CUSTOMERS",
        "PROD_DSN",
        "PROD_PASSWORD",
        "PROD_TOKEN",
        "PROD_SECRET",
    ]) {
        it(`${name} is one`, () => assert.equal(variableOfProduction(name), true));
    }
    for (const name of ["NODE_ENV", "PRODUCT_URL", "MAIN_DATABASE_URL", "LIVE_TRANSCRIPTION_URL", "IS_PRODUCTION"]) {
        it(`${name} is none`, () => assert.equal(variableOfProduction(name), false));
    }
});
