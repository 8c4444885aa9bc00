import type { Environment } from "../../../../environment";
import type { ResourceFacts, Value } from "../../../../policy/facts";
import type { PlatformName } from "../../../../policy/rule";
import { noSecretInClear } from "../../../../policy/rules/hygiene/no-secret-in-clear";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const pem = ["-----BEGIN", "PRIVATE KEY-----"].join(" ");
const password = (environment: Environment) => [
    resource(environment, "random:index/randomPassword:RandomPassword", "password", { length: 32 }),
];
const alone = (type: string, inputs: Parameters<typeof resource>[3]): Stack => ({
    runs: false,
    more: (staging): ResourceFacts[] => [resource(staging, type, "it", inputs)],
});
const file = (path: string, content: Value): Stack => ({
    workload: { inputs: { uploads: [{ file: path, content }] } },
});
const encrypted = { secrets: { GEMINI_API_KEY: { value: "AIza-from-the-stack-file" } } };
const vaulted: readonly PlatformName[] = ["gcp", "kubernetes", "cloudflare"];
const [first = "gcp", ...others] = vaulted;

export default casesOf(
    noSecretInClear,
    stackOn({ environment: preProduction(), variables: { LOG_LEVEL: "info" } }),
    {},
    {
        "a reference to the vault": [{ variables: { JWT_SECRET: { vault: "staging-jwt-secret" } } }, ...vaulted],
        "names that only look like secrets": {
            variables: {
                TOKEN_TTL: "3600",
                PASSWORD_MIN_LENGTH: "12",
                SECRET_NAME: "staging-jwt-secret",
                OPENAI_MAX_TOKENS: "2000",
                PUBLIC_KEY: "pk",
                EXPO_PUBLIC_SUPABASE_ANON_KEY: "a.b.c",
                PARTITION_KEY: "caller",
            },
        },
        "a switch, and where a secret lies": {
            variables: { REQUIRE_PASSWORD: "true", DB_PASSWORD: "/run/secrets/db_password", API_TOKEN: "" },
        },
        "an option that is no argument": {
            variables: { FORMAT: "--token=plain" },
        },
        "an address without a password": { variables: { DATABASE_URL: "postgresql://voice@localhost/voice" } },
        "a certificate is public": { variables: { REDIS_CA_CERT: pem.replace("PRIVATE KEY", "CERTIFICATE") } },
        "what the program made up, on a platform without a vault": [
            { more: password, from: ([made]) => ({ variables: { DB_PASSWORD: output(made, "result") } }) },
            "docker",
        ],
        "the same, known already": [
            {
                more: password,
                from: ([made]) => ({
                    variables: { DB_PASSWORD: "hunter2hunter2" },
                    workload: { propertyDependencies: { envs: [made.urn] } },
                }),
            },
            "docker",
        ],
        "a secret that the stack file holds encrypted": [
            { environment: preProduction(encrypted), variables: { GEMINI_API_KEY: "AIza-from-the-stack-file" } },
            "docker",
        ],
        "a short one, as the password of an address in a file": [
            {
                environment: preProduction({ secrets: { DATABASE_PASSWORD: { value: "abc123" } } }),
                ...file("/run/secrets/database-url", "postgresql://voice:abc123@voice-db:5432/voice"),
            },
            "docker",
        ],
        "the same, in a file": [
            {
                environment: preProduction(encrypted),
                ...file("/run/secrets/gemini-api-key", "AIza-from-the-stack-file"),
            },
            "docker",
        ],
        "a key that the stack file holds encrypted, in a file": [
            {
                environment: preProduction({ secrets: { VONAGE_PRIVATE_KEY: { value: `${pem}\nMIIE` } } }),
                ...file("/run/secrets/vonage-private-key", `${pem}\nMIIE`),
            },
            "docker",
        ],
        "a variable of a service whose variables are sealed": [
            {
                environment: {
                    ...preProduction({ api: { variables: { PARTNER_TOKEN: "hunter2hunter2" } } }),
                    encrypted: new Set(["api"] as const),
                },
                variables: { PARTNER_TOKEN: "hunter2hunter2" },
            },
            "docker",
        ],
        "what nobody has supplied yet": [
            file("/run/secrets/gemini-api-key", "(gemini-api-key is not supplied yet)"),
            "docker",
        ],
        "a password that the stack file holds encrypted, in an address": [
            {
                environment: preProduction({ secrets: { DATABASE_PASSWORD: { value: "hunter2/hunter2" } } }),
                variables: { DATABASE_URL: "postgresql://voice:hunter2%2Fhunter2@localhost/voice" },
            },
            "docker",
        ],
        "a password that nobody has supplied yet, in an address": [
            {
                variables: {
                    DATABASE_URL: "postgresql://voice:(database-password%20is%20not%20supplied%20yet)@localhost/voice",
                },
            },
            "docker",
        ],
        "a file of what the program made up": [
            { more: password, from: ([made]) => file("/run/secrets/password", output(made, "result")) },
            "docker",
        ],
        "a file that refers to secrets": [
            file(
                "/app/.env",
                'DB_PASSWORD=$(cat /run/secrets/password)\nAPI_TOKEN="${TOKEN}"\nJWT_SECRET=/run/secrets/jwt',
            ),
            "docker",
        ],
        "the version of a secret": [
            alone("gcp:secretmanager/secretVersion:SecretVersion", { secret: "staging-key", secretData: pem }),
            "gcp",
        ],
        "a secret of the cluster": [
            alone("kubernetes:core/v1:Secret", { stringData: { password: "hunter2" } }),
            "kubernetes",
        ],
        "a Worker's own secret": [
            {
                workload: { inputs: { bindings: [{ type: "secret_text", name: "API_TOKEN", text: "hunter2" }] } },
            },
            "cloudflare",
        ],
    },
    {
        "a password": [{ variables: { DB_PASSWORD: "hunter2" } }, /The variable DB_PASSWORD holds its secret in clear/],
        "an API key": [{ variables: { GEMINI_API_KEY: "AIza" } }, /GEMINI_API_KEY/],
        "a private key": [{ variables: { VONAGE_PRIVATE_KEY: "MIIE" } }, /VONAGE_PRIVATE_KEY/],
        "credentials as a document": [{ variables: { GOOGLE_CREDENTIALS_JSON: "{}" } }, /GOOGLE_CREDENTIALS_JSON/],
        "a password inside an address": [
            { variables: { DATABASE_URL: "postgresql://voice:hunter2@localhost/voice" } },
            /The variable DATABASE_URL holds an address with a password in clear/,
        ],
        "a made-up password handed over in clear": [
            { more: password, from: ([made]) => ({ variables: { DB_PASSWORD: output(made, "result") } }) },
            /DB_PASSWORD/,
            first,
            ...others,
        ],
        "a made-up password inside an address": [
            {
                more: password,
                from: ([made]) => ({ variables: { STORE: interpolated`redis://:${[made, "result"]}@localhost:6379` } }),
            },
            /STORE holds an address with a password/,
            first,
            ...others,
        ],
        "key material in any variable": [{ variables: { TLS: `${pem}\nMIIE` } }, /holds a private key in clear/],
        "a password among the arguments": [
            {
                workload: {
                    template: { containers: [{ image: "x", args: ["--db-password=hunter2"] }] },
                    inputs: { entrypoints: ["--db-password=hunter2"] },
                },
            },
            /holds a secret in clear/,
            "gcp",
            "docker",
        ],
        "a password in a start script": [
            alone("gcp:compute/instance:Instance", {
                metadata: { "startup-script": "psql postgresql://a:hunter2@localhost/x" },
            }),
            /The text at metadata.startup-script holds an address with a password/,
            "gcp",
        ],
        "a token in a header": [
            alone("gcp:cloudscheduler/job:Job", { httpTarget: { headers: { Authorization: "Bearer hunter2" } } }),
            /httpTarget.headers.Authorization holds a secret/,
            "gcp",
        ],
        "a password among the command's words": [
            {
                workload: {
                    template: { containers: [{ image: "x", commands: ["--api-key=hunter2"] }] },
                    inputs: { command: ["--api-key=hunter2"] },
                },
            },
            /holds a secret in clear/,
            "gcp",
            "docker",
        ],
        "a key of a service account": [
            alone("gcp:serviceaccount/key:Key", { serviceAccountId: "agent" }),
            /password that never expires/,
            "gcp",
        ],
        "a job's address with a password": [
            alone("gcp:cloudrunv2/job:Job", {
                template: {
                    template: {
                        containers: [
                            { envs: [{ name: "DATABASE_URL", value: "postgresql://voice:hunter2@10.96.0.3/voice" }] },
                        ],
                    },
                },
            }),
            /DATABASE_URL/,
            "gcp",
        ],
        "a config map": [
            alone("kubernetes:core/v1:ConfigMap", { data: { "db-password": "hunter2" } }),
            /db-password/,
            "kubernetes",
        ],
        "a secret in a file of its own": [
            file("/run/secrets/gemini-api-key", "AIzaHunter"),
            /The file \/run\/secrets\/gemini-api-key holds its secret in clear/,
            "docker",
        ],
        "a secret among a file's settings": [
            file("/app/.env", "LOG_LEVEL=info\nDB_PASSWORD=hunter2\n"),
            /The file \/app\/.env holds a secret in clear/,
            "docker",
        ],
        "the password of a Redis": [
            file("/run/redis.conf", "appendonly yes\nrequirepass hunter2\n"),
            /The file \/run\/redis.conf holds a secret in clear/,
            "docker",
        ],
        "an address with a password in a file": [
            file("/run/secrets/database-url", "postgresql://voice:hunter2@localhost/voice"),
            /The file \/run\/secrets\/database-url holds an address with a password in clear/,
            "docker",
        ],
        "another secret than the one that the stack file holds encrypted": [
            { environment: preProduction(encrypted), variables: { GEMINI_API_KEY: "AIza-by-hand" } },
            /GEMINI_API_KEY/,
            "docker",
        ],
        "a file with a key": [
            { workload: { inputs: { uploads: [{ file: "/tls.key", content: `${pem}\nMIIE` }] } } },
            /uploads\[0\].content holds a private key/,
            "docker",
        ],
    },
);
