import assert from "node:assert/strict";
import { saysSecret } from "../../../policy/recognise";

describe("the name of a secret", () => {
    for (const name of [
        "DB_PASSWORD",
        "API_KEY_JWT_SECRET",
        "GEMINI_API_KEY",
        "VONAGE_PRIVATE_KEY",
        "GOOGLE_CREDENTIALS_JSON",
        "apiKey",
        "DB_PASSWD",
        "KEY_PASSPHRASE",
        "DB_PWD",
        "SMTP_PASS",
        "APP_SECRETS",
        "AWS_CREDENTIAL",
        "STRIPE_APIKEY",
        "TLS_KEY_PEM",
        "TOKEN_BASE64",
        "SECRET_VALUE",
        "SIP_PIN",
        "SESSION_TOKEN",
        "PGPASSWORD",
        "REDISCLI_AUTH_TOKEN",
    ]) {
        it(`${name} is one`, () => assert.equal(saysSecret(name), true));
    }
    for (const name of [
        "TOKEN_TTL",
        "OPENAI_MAX_TOKENS",
        "PASSWORD_MIN_LENGTH",
        "SECRET_NAME",
        "PUBLIC_KEY",
        "SUPABASE_ANON_KEY",
        "NEXT_PUBLIC_MAPS_API_KEY",
        "PARTITION_KEY",
        "SORT_KEY",
        "COMPASS",
        "STRIPE_PUBLISHABLE_KEY",
        "RECAPTCHA_SITE_KEY",
        "KEYBOARD",
    ]) {
        it(`${name} is none`, () => assert.equal(saysSecret(name), false));
    }
});
