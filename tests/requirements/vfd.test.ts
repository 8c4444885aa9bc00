import { strict as assert } from "node:assert";
import { type Document, mandatory, planOfFixture, serviceOf, stackOf, theOnly, variablesOf } from "./plan";

describe("VFD, a phone-first voice app in its three phases", () => {
    let plan: Document;
    before(async () => {
        plan = await planOfFixture("voice-app");
    });
    const api = (stack: string) => variablesOf(serviceOf(stackOf(plan, stack), "VoiceApi"));
    const has = (stack: string, expected: Readonly<Record<string, string>>) => {
        const actual = api(stack);
        assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, actual[name]])), expected);
    };
    const server = (stack: string) =>
        theOnly(stackOf(plan, stack), "gcp:sql/databaseInstance:DatabaseInstance").inputs.settings;

    it("VFD-1 VFD-2 VFD-3 are three stack files of the same program, which pass every mandatory rule", () => {
        assert.deepEqual(plan.errors, []);
        assert.deepEqual(Object.keys(plan.stacks).sort(), ["development", "production", "scaling"]);
        for (const stack of Object.values(plan.stacks)) assert.deepEqual(mandatory(stack), []);
    });

    it("VFD-1 reaches Supabase by URL and public key, with 5 connections and 10 s to get one", () => {
        has("development", {
            EXPO_PUBLIC_SUPABASE_URL: "https://abcdefghijklmnopqrst.supabase.co",
            EXPO_PUBLIC_SUPABASE_ANON_KEY: "public-anonymous-key-of-the-development-project",
            DATABASE_POOL_MAX: "5",
            DATABASE_POOL_TIMEOUT_MS: "10000",
        });
        assert.ok(stackOf(plan, "development").resources.every(({ type }) => !type.startsWith("gcp:sql/")));
    });

    it("VFD-1 records up to 300 s at 16 000 Hz in mono, with debug logs and performance tracking", () => {
        has("development", {
            RECORDING_MAX_SECONDS: "300",
            RECORDING_SAMPLE_RATE_HZ: "16000",
            RECORDING_CHANNELS: "1",
            LOG_LEVEL: "debug",
            PERFORMANCE_TRACKING: "true",
        });
    });

    it("VFD-2 has a pool of 5 to 20, 10 s to connect and 5 s for a statement, which the server ends too", () => {
        has("scaling", {
            DATABASE_POOL_MIN: "5",
            DATABASE_POOL_MAX: "20",
            DATABASE_CONNECT_TIMEOUT_MS: "10000",
            DATABASE_STATEMENT_TIMEOUT_MS: "5000",
        });
        assert.deepEqual(flag(server("scaling"), "statement_timeout"), "5000");
    });

    it("VFD-2 works on 10 jobs at once, with 3 retries and 1 s before the first", () => {
        has("scaling", { QUEUE_CONCURRENCY: "10", QUEUE_RETRIES: "3", QUEUE_BACKOFF_MS: "1000" });
    });

    it("VFD-3 has 50 connections, 10 s for a statement, 30 s for a connection, and TLS alone", () => {
        has("production", {
            DATABASE_POOL_MAX: "50",
            DATABASE_STATEMENT_TIMEOUT_MS: "10000",
            DATABASE_POOL_TIMEOUT_MS: "30000",
        });
        assert.equal(server("production").ipConfiguration.sslMode, "ENCRYPTED_ONLY");
    });

    it("VFD-3 takes 1 000 recordings at once and gives each 5 s and 3 retries", () => {
        has("production", {
            RECORDING_MAX_CONCURRENT: "1000",
            PROCESSING_TIMEOUT_MS: "5000",
            PROCESSING_RETRIES: "3",
        });
    });

    it("VFD-3 asks gpt-4 for 2 000 tokens at temperature 0.7, 100 times a minute", () => {
        has("production", {
            OPENAI_MODEL: "gpt-4",
            OPENAI_MAX_TOKENS: "2000",
            OPENAI_TEMPERATURE: "0.7",
            OPENAI_REQUESTS_PER_MINUTE: "100",
            OPENAI_API_KEY: "vault:production-openai-api-key",
        });
    });
});

interface Settings {
    readonly databaseFlags: readonly { readonly name: string; readonly value: string }[];
}
const flag = ({ databaseFlags }: Settings, called: string): string | undefined =>
    databaseFlags.find(({ name }) => name === called)?.value;
