import { strict as assert } from "node:assert";
import { Secrets, type SecretToSupply } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned } from "../platforms/engine";

const secretType = "gcp:secretmanager/secret:Secret";

describe("Secrets, alone in a bare program", () => {
    it("ORB-11 makes a place in the vault for each secret, with a value where it is given or made up", async () => {
        const resources = await planned(
            () =>
                new Secrets("vault", {
                    platform: cloud(),
                    secrets: {
                        PARTNER_TOKEN: { value: "s3cret" },
                        SESSION_KEY: { generate: 32 },
                        MAPS_API_KEY: { suppliedBy: "the maps team" },
                    },
                }),
        );
        assert.deepEqual(
            ofType(resources, secretType)
                .map(({ inputs }) => inputs.secretId)
                .sort(),
            ["dev-maps-api-key", "dev-partner-token", "dev-session-key"],
        );
        assert.equal(named(resources, "vault-partner-token-version").inputs.secretData, "s3cret");
        assert.equal(named(resources, "vault-session-key-version").inputs.secretData, "x".repeat(32));
        assert.ok(!resources.some(({ name }) => name === "vault-maps-api-key-version"));
    });

    it("shows the names of its secrets and no value", async () => {
        const secrets = { PARTNER_TOKEN: { value: "s3cret" } };
        const resources = await planned(() => new Secrets("vault", { platform: cloud(), secrets }));
        assert.deepEqual(named(resources, "vault").inputs, { secrets: ["PARTNER_TOKEN"] });
    });

    it("has each secret once, however many services read it", async () => {
        const resources = await planned(() => {
            const vault = new Secrets("vault", { platform: cloud() });
            assert.equal(vault.read("GEMINI_API_KEY", "api"), vault.read("GEMINI_API_KEY", "gateway"));
        });
        assert.equal(ofType(resources, secretType).length, 1);
    });

    it("lists what somebody has to supply: what for, for whom, and from where", async () => {
        let toSupply: readonly SecretToSupply[] = [];
        await planned(() => {
            const secrets = {
                MAPS_API_KEY: { suppliedBy: "the maps team", purpose: "Shows where a caller is" },
                SESSION_KEY: { generate: 32 },
            };
            const vault = new Secrets("vault", { platform: cloud(), secrets });
            vault.read("MAPS_API_KEY", "web");
            vault.read("MAPS_API_KEY", "voice-api");
            vault.read("GEMINI_API_KEY", "voice-gateway");
            vault.read("API_KEY_JWT_SECRET", "voice-api");
            toSupply = vault.toSupply;
        });
        assert.deepEqual(toSupply, [
            {
                variable: "GEMINI_API_KEY",
                secret: "dev-gemini-api-key",
                usedBy: ["voice-gateway"],
                suppliedBy: "Google AI Studio",
                purpose: "Model calls of the voice gateway",
            },
            {
                variable: "MAPS_API_KEY",
                secret: "dev-maps-api-key",
                usedBy: ["web", "voice-api"],
                suppliedBy: "the maps team",
                purpose: "Shows where a caller is",
            },
        ]);
    });

    it("says in a secret's name and labels how far a Salesforce or VoIP credential reaches", async () => {
        const resources = await planned(() => {
            const vault = new Secrets("vault", { platform: cloud() });
            for (const variable of [
                "SF_SANDBOX_CLIENT_SECRET",
                "SF_READONLY_CLIENT_SECRET",
                "SF_CLIENT_SECRET",
                "VOIP_PASSWORD",
            ])
                vault.read(variable, "voice-api");
        });
        assert.deepEqual(
            ofType(resources, secretType).map(({ inputs }) => [
                inputs.secretId,
                inputs.labels.integration,
                inputs.labels.access,
            ]),
            [
                ["dev-salesforce-sandbox-client-secret", "salesforce", "sandbox"],
                ["dev-salesforce-read-only-client-secret", "salesforce", "read-only"],
                ["dev-salesforce-read-write-client-secret", "salesforce", "read-write"],
                ["dev-voip-live-password", "voip", "live"],
            ],
        );
    });

    it("ORB-11 says of each secret who renews it: the vault, somebody, or the stack file's owner", async () => {
        const resources = await planned(() => {
            const secrets = { PARTNER_TOKEN: { value: "s3cret" }, SESSION_KEY: { generate: 32 }, MAPS_API_KEY: {} };
            new Secrets("vault", { platform: cloud(), secrets });
        });
        const labels = (name: string) => {
            const { renewal, length } = named(resources, name).inputs.labels;
            return [renewal, length];
        };
        assert.deepEqual(labels("vault-partner-token"), ["encrypted", undefined]);
        assert.deepEqual(labels("vault-session-key"), ["generated", "32"]);
        assert.deepEqual(labels("vault-maps-api-key"), ["supplied", undefined]);
    });
});
