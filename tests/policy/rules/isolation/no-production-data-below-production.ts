import type { ResourceFacts } from "../../../../policy/facts";
import { noProductionDataBelowProduction } from "../../../../policy/rules/isolation/no-production-data-below-production";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { interpolated, resource } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Staging = Parameters<typeof resource>[0];
const alone = (type: string, inputs: Parameters<typeof resource>[3]): Stack => ({
    runs: false,
    more: (staging: Staging): ResourceFacts[] => [resource(staging, type, "it", inputs)],
});
const namesIt = /holds an address that names production/;

export default casesOf(
    noProductionDataBelowProduction,
    stackOn({
        environment: preProduction(),
        variables: {
            NODE_ENV: "production",
            DATABASE_URL: { vault: "staging-database-url" },
            API_URL: "https://staging-api.example.com",
        },
    }),
    {},
    {
        "production may name itself": {
            environment: production(),
            variables: {
                DATABASE_URL: { vault: "main-database-url" },
                API_URL: "https://api.example.com",
                DB_HOST: "db.prod.internal",
            },
        },
        "words that only look like production": {
            variables: { PRODUCT_URL: "https://products.example.net", DOMAIN: "maintenance.example.net", MODE: "live" },
        },
        "an environment beside production": {
            variables: { CACHE_HOST: "redis.preprod.internal", X: "https://non-prod.example.net" },
        },
        "main beside the environment's own word": { variables: { DB_HOST: "main-db.staging.internal" } },
        "a zone that is called live": {
            environment: preProduction({
                domain: { zone: "acme-live.com", zoneId: "0".repeat(32), accountId: "1".repeat(32) },
            }),
            variables: { API_URL: "https://staging-api.acme-live.com" },
        },
        "an image of a shared registry": [
            { workload: { image: "europe-west2-docker.pkg.dev/acme-main/voice/agent:1" } },
            "gcp",
        ],
        "who made it": [
            alone("gcp:cloudrunv2/service:Service", {
                creator: "deploy@acme-operations.iam.gserviceaccount.com",
                lastModifier: "deploy@acme-operations.iam.gserviceaccount.com",
            }),
            "gcp",
        ],
        "the code of a Worker": [
            { workload: { inputs: { content: "// https://prod.example.net explains" } } },
            "cloudflare",
        ],
        "a registry that is called after production": {
            workload: { image: "https://registry.prod.example.net/agent" },
        },
        "Google's own projects": [
            alone("gcp:compute/instance:Instance", {
                bootDisk: { image: "projects/debian-cloud/global/images/debian-12" },
            }),
            "gcp",
        ],
        "a description may explain": [
            alone("gcp:compute/network:Network", { description: "not projects/acme-voice-main/global/networks/voice" }),
            "gcp",
        ],
        "a provider that acts through another project": [
            alone("pulumi:providers:gcp", {
                impersonateServiceAccount: "deploy@acme-operations.iam.gserviceaccount.com",
            }),
            "gcp",
        ],
    },
    {
        "a variable that is called after production": [
            { variables: { PROD_DATABASE_URL: { vault: "staging-database-url" } } },
            /The variable PROD_DATABASE_URL is called after production/,
        ],
        "a secret of production's": [
            { variables: { DATABASE_URL: { vault: "main-database-url" } } },
            /comes from a secret that is called after production/,
            "cloudflare",
        ],
        "a secret of production's by its path": [
            {
                variables: {
                    DATABASE_URL: { vault: interpolated`projects/acme-voice-staging/secrets/prod-database-url` },
                },
            },
            /called after production/,
            "gcp",
            "kubernetes",
        ],
        "production's database host": [{ variables: { DB_HOST: "db.prod.internal" } }, namesIt],
        "production's database in an address": [
            { variables: { STORE: "postgresql://voice@voice-main.internal:5432/voice" } },
            namesIt,
        ],
        "production's address": [{ variables: { CRM: "https://live.crm.example.net/v1" } }, namesIt],
        "production's database in a sandbox": [
            {
                environment: sandbox(),
                variables: { API_URL: "https://beta-api.example.com", DB_HOST: "production-db.internal" },
            },
            namesIt,
        ],
        "production's API in the same zone": [
            { variables: { API_URL: "https://api.example.com/v1" } },
            /holds an address of production's/,
        ],
        "production's bucket": [{ variables: { RECORDINGS_BUCKET: "acme-production-recordings" } }, namesIt],
        "production's container": [{ variables: { REDIS_URL: "redis://yarnify-prod-redis:6379" } }, namesIt],
        "a secret whose value leads to production": [
            alone("gcp:secretmanager/secretVersion:SecretVersion", {
                secret: "staging-database-url",
                secretData: "postgresql://voice:hunter2@db.production.internal/voice",
            }),
            /The value of the secret "staging-database-url" holds an address that names production/,
            "gcp",
        ],
        "another project in a condition": [
            alone("gcp:projects/iAMMember:IAMMember", {
                condition: { expression: 'resource.name == "projects/acme-voice-main/databases/voice"' },
            }),
            /condition.expression names the project "acme-voice-main"/,
            "gcp",
        ],
        "another project in a type that nobody knows": [
            alone("gcp:somewhere/new:Thing", { deep: [{ source: "projects/acme-voice-main/things/1" }] }),
            /deep\[0\].source names the project "acme-voice-main"/,
            "gcp",
        ],
        "another project's Firestore in a variable": [
            { variables: { FIRESTORE_URL: "https://acme-voice-main.firebaseio.com" } },
            /acme-voice-main/,
        ],
        "another project inside a secret's value": [
            alone("gcp:secretmanager/secretVersion:SecretVersion", {
                secret: "staging-firestore",
                secretData: "projects/acme-voice-core/databases/voice",
            }),
            /secretData names another project/,
            "gcp",
        ],
        "a schedule that calls production": [
            alone("gcp:cloudscheduler/job:Job", { httpTarget: { uri: "https://api.example.com/v1/run" } }),
            /httpTarget.uri holds an address of production's/,
            "gcp",
        ],
        "a record that leads to production": [
            alone("cloudflare:index/dnsRecord:DnsRecord", {
                name: "staging-api.example.com",
                type: "CNAME",
                content: "agent-prod.example.net",
            }),
            /content holds an address that names production/,
            "cloudflare",
        ],
        "production's own host name": [
            alone("cloudflare:index/workersRoute:WorkersRoute", { pattern: "www.example.com/*" }),
            /pattern holds an address of production's/,
            "cloudflare",
        ],
        "a mounted secret of production's": [
            {
                workload: {
                    template: { containers: [], volumes: [{ name: "keys", secret: { secretName: "prod-keys" } }] },
                },
            },
            /a mounted secret names is called after production/,
            "kubernetes",
        ],
        "a replica of production's database": [
            alone("gcp:sql/databaseInstance:DatabaseInstance", { masterInstanceName: "voice-production" }),
            /What masterInstanceName names is called after production/,
            "gcp",
        ],
        "a network of production's": [
            { workload: { inputs: { networksAdvanced: [{ name: "oracle_production" }] } } },
            /a network names is called after production/,
            "docker",
        ],
        "a volume of production's": [
            { workload: { inputs: { volumes: [{ hostPath: "/srv/prod/data", containerPath: "/data" }] } } },
            /the volume at \/data names is called after production/,
            "docker",
        ],
        "production's host in a file": [
            { workload: { inputs: { uploads: [{ file: "/app/config", content: "https://api.example.com/v1" }] } } },
            /uploads\[0\].content holds an address of production's/,
            "docker",
        ],
    },
);
