import { noLiveVoipCredentialsBelowProduction } from "../../../../policy/rules/isolation/no-live-voip-credentials-below-production";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { resource, vaultSecret } from "../../facts-builders";
import { stackOn } from "../../stack";

const live = /holds VoIP credentials that do not say that they are a sandbox's/;

export default casesOf(
    noLiveVoipCredentialsBelowProduction,
    stackOn({
        environment: preProduction(),
        variables: { VOIP_SANDBOX_PASSWORD: { vault: "staging-voip-sandbox-password" } },
    }),
    {},
    {
        "production has them": {
            environment: production(),
            variables: { VOIP_SANDBOX_PASSWORD: undefined, VOIP_PASSWORD: { vault: "main-voip-live-password" } },
        },
        "no VoIP": { variables: { VOIP_SANDBOX_PASSWORD: undefined } },
        "an address is no credential": { variables: { SIP_HOST: "sip.example.net", VOIP_REGION: "eu" } },
        "names that only look like VoIP": { variables: { GOSSIPPASSWORD: "x", SESSION_STORE: "redis" } },
        "a sandbox's password in a text": { variables: { CONFIG: "VOIP_SANDBOX_PASSWORD=x\nSIP_PASSWORD=\n" } },
        "Vonage's own key is another matter": {
            variables: { VONAGE_PRIVATE_KEY: { vault: "staging-vonage-private-key" } },
        },
    },
    {
        "the live password": [
            { variables: { VOIP_PASSWORD: { vault: "staging-voip-live-password" } } },
            /variable VOIP_PASSWORD holds VoIP credentials/,
        ],
        "a password that says nothing of itself": [
            { variables: { VOIP_PASSWORD: { vault: "staging-voip-password" } } },
            live,
        ],
        "a live secret behind a sandbox's variable": [
            { variables: { VOIP_SANDBOX_PASSWORD: { vault: "staging-voip-live-password" } } },
            live,
            "gcp",
            "kubernetes",
        ],
        ...Object.fromEntries(
            ["SIPPASSWORD", "VOIPPASSWORD", "PBX_PASSWORD"].map(
                (name) => [`the name ${name}`, [{ variables: { [name]: "x" } }, new RegExp(name)]] as const,
            ),
        ),
        "a password in a dotenv text": [
            { variables: { DOTENV: "PORT=80\nexport VOIP_PASSWORD='x'" } },
            /variable VOIP_PASSWORD in the variable DOTENV/,
        ],
        "a user name": [{ environment: sandbox(), variables: { SIP_TRUNK_USERNAME: "acme" } }, /SIP_TRUNK_USERNAME/],
        ...Object.fromEntries(
            ["USER", "LOGIN", "ACCOUNT", "AUTH", "EXTENSION", "KEY", "TOKEN", "SECRET", "PIN"].map(
                (word) => [`the word ${word}`, [{ variables: { [`VOIP_${word}`]: "acme" } }, live]] as const,
            ),
        ),
        "an account inside an address": [
            { variables: { TRUNK: "sip:acme:hunter2@sip.example.net" } },
            /variable TRUNK holds VoIP credentials/,
        ],
        "the live secret in the vault": [
            { runs: false, more: (staging) => [vaultSecret(staging, "gcp", "staging-voip-live-password")] },
            /secret "staging-voip-live-password"/,
            "gcp",
        ],
        "the live secret granted": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:secretmanager/secretIamMember:SecretIamMember", "reads", {
                        secretId: "voip-password",
                        role: "roles/secretmanager.secretAccessor",
                        member: "serviceAccount:agent@acme-voice-staging.iam.gserviceaccount.com",
                    }),
                ],
            },
            live,
            "gcp",
        ],
    },
);
