import type { Environment } from "../../../../environment";
import type { ResourceFacts, Value } from "../../../../policy/facts";
import { ownDataSources } from "../../../../policy/rules/isolation/own-data-sources";
import { projectOf } from "../../../../policy/views/project";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const server = (environment: Environment): ResourceFacts =>
    resource(environment, "gcp:sql/databaseInstance:DatabaseInstance", "database", {
        name: "voice-database",
        project: projectOf(environment),
    });
const container = (environment: Environment): ResourceFacts =>
    resource(environment, "docker:index/container:Container", "database", {
        name: "yarnify-staging-db",
        image: "pgvector/pgvector:pg16",
    });
const volume = (environment: Environment, inputs: Readonly<Record<string, Value>>): ResourceFacts =>
    resource(environment, "docker:index/volume:Volume", "data", inputs);
const mounting = (
    mount: Readonly<Record<string, Value>>,
    inputs: Readonly<Record<string, Value>> = {},
): Pick<Stack, "workload"> => ({ workload: { inputs: { volumes: [mount], ...inputs } } });
const file = (path: string, content: Value): Stack => ({
    workload: { inputs: { uploads: [{ file: path, content }] } },
});
/** A container that is told its database's address by a file, which a container that never runs lends it. */
const lending = (known?: string): Stack => ({
    more: (staging) => [
        resource(staging, "docker:index/container:Container", "files", {
            image: "voice",
            start: false,
            networkMode: "none",
            volumes: [{ containerPath: "/run/secrets" }],
            uploads: [
                {
                    file: "/run/secrets/database-url",
                    content: interpolated`postgresql://voice@${[server(staging), "privateIpAddress"]}/voice`,
                },
            ],
        }),
    ],
    from: ([, files]) => ({
        variables: { DATABASE_URL_FILE: "/run/secrets/database-url" },
        workload: {
            inputs: { volumes: [{ fromContainer: known ?? output(files, "name"), readOnly: true }] },
            ...(known === undefined ? {} : { propertyDependencies: { volumes: [files.urn] } }),
        },
    }),
});
const main = (environment: Environment) => [stackReference(environment, "acme/ringfence/main")];
const elsewhere = (environment: Environment) => [
    resource(
        environment,
        "gcp:sql/databaseInstance:DatabaseInstance",
        "read",
        { name: "voice-database" },
        { external: true },
    ),
];

const url = (value: Value): Stack => ({ variables: { DATABASE_URL: value } });
const made = (value: (source: ResourceFacts) => Value): Stack => ({
    from: ([source]) => ({ variables: { DATABASE_URL: value(source) } }),
});
const writtenOut = /the address is written out/;

export default casesOf(
    ownDataSources,
    stackOn({
        environment: preProduction(),
        more: (staging) => [server(staging)],
    }),
    made((source) => interpolated`postgresql://voice@${[source, "privateIpAddress"]}:5432/voice?sslmode=require`),
    {
        "an address that is not known yet": made((source) => unknownFrom(source)),
        "an address that the engine knows already": {
            from: ([source]) => ({
                variables: { DATABASE_URL: "postgresql://voice@10.96.0.3:5432/voice" },
                workload: {
                    template: { serviceAccount: "agent@acme-voice-staging.iam.gserviceaccount.com" },
                    propertyDependencies: Object.fromEntries(
                        ["template", "envs", "spec", "bindings"].map((property) => [property, [source.urn]]),
                    ),
                },
            }),
        },
        "a database on the same host": url("postgresql://voice@localhost:5432/voice"),
        "a container of the stack, by its name": {
            more: (staging) => [container(staging)],
            ...url("postgresql://voice@yarnify-staging-db:5432/voice"),
        },
        "a container by its alias or its host name": {
            more: (staging) => [
                resource(staging, "docker:index/container:Container", "a", {
                    hostname: "db-host",
                    networksAdvanced: [{ name: "voice-staging", aliases: ["db-alias"] }],
                }),
            ],
            variables: { DATABASE_HOST: "db-alias", REDIS_HOST: "db-host:6379" },
        },
        "a service of the cluster by its name": {
            more: (staging) => [
                resource(staging, "kubernetes:core/v1:Service", "db", { metadata: { name: "cluster-db" } }),
            ],
            variables: { DATABASE_HOST: "cluster-db.voice.svc.cluster.local" },
        },
        "another Worker of the stack": [
            {
                more: (staging) => [
                    resource(staging, "cloudflare:index/workersScript:WorkersScript", "other", { scriptName: "other" }),
                ],
                workload: { inputs: { bindings: [{ type: "service", name: "OTHER", service: "other" }] } },
            },
            "cloudflare",
        ],
        "Cloud SQL's proxy to the own project": [
            url("postgresql://voice@/voice?host=/cloudsql/acme-voice-staging:europe-west2:voice"),
            "gcp",
        ],
        "a bucket of the stack": {
            more: (staging) => [resource(staging, "gcp:storage/bucket:Bucket", "bucket", { name: "acme-recordings" })],
            variables: { RECORDINGS_BUCKET: "acme-recordings", RECORDINGS: "gs://acme-recordings/2026" },
        },
        "a bucket that is called after the project": {
            variables: { RECORDINGS_BUCKET: "acme-voice-staging-recordings" },
        },
        "audit logs that go to a log bucket of the stack": [
            {
                runs: false,
                more: (staging) => {
                    const logs = resource(staging, "gcp:logging/projectBucketConfig:ProjectBucketConfig", "logs", {
                        project: projectOf(staging),
                        bucketId: "staging-audit",
                    });
                    const destination = interpolated`logging.googleapis.com/${[logs, "id"]}`;
                    return [logs, resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", { destination })];
                },
            },
            "gcp",
        ],
        "audit logs that go to a bucket of the stack": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:storage/bucket:Bucket", "logs", { name: "acme-logs" }),
                    resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                        destination: "storage.googleapis.com/acme-logs",
                    }),
                ],
            },
            "gcp",
        ],
        "settings of the database": { variables: { DATABASE_POOL_MAX: "10", REDIS_CONNECT_TIMEOUT_MS: "500" } },
        "an address that leads to no data": {
            variables: { API_HOST: "10.0.0.9", MODEL_URL: "https://api.openai.com" },
        },
        "the managed database that the stack file declares": {
            environment: preProduction({
                database: { engine: "supabase", url: "https://abcdefgh.supabase.co", anonKey: "x".repeat(20) },
            }),
            variables: { EXPO_PUBLIC_SUPABASE_URL: "https://abcdefgh.supabase.co" },
        },
        "something that is read from the own project": [
            {
                more: (staging) => [
                    resource(
                        staging,
                        "gcp:redis/instance:Instance",
                        "cache",
                        { id: "projects/acme-voice-staging/locations/europe-west2/instances/cache" },
                        { external: true },
                    ),
                ],
                from: ([, cache]) => ({ variables: { REDIS_HOST: output(cache, "host") } }),
            },
            "gcp",
        ],
        "a store that a Worker is bound to": [
            {
                more: (staging) => [
                    resource(staging, "cloudflare:index/workersKvNamespace:WorkersKvNamespace", "kv", {}),
                ],
                from: ([, kv]) => ({
                    workload: {
                        inputs: {
                            bindings: [{ type: "kv_namespace", name: "KV", namespaceId: output(kv) }],
                        },
                    },
                }),
            },
            "cloudflare",
        ],
        "a project of one's own": {
            variables: { GOOGLE_CLOUD_PROJECT: "acme-voice-staging", SENTRY_PROJECT_ID: "4501" },
        },
        "an image of another stack": [
            {
                more: main,
                from: ([, source]) => ({ workload: { image: output(source, "outputs.image") } }),
            },
            "gcp",
            "docker",
            "kubernetes",
        ],
        "a tunnel that stacks share": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(staging, "cloudflare:index/dnsRecord:DnsRecord", "entry", {
                        name: "staging-api.example.com",
                        content: interpolated`${[main(staging)[0] as ResourceFacts, "outputs.tunnel"]}.cfargotunnel.com`,
                    }),
                ],
            },
            "cloudflare",
        ],
        "files that another container lends": [lending(), "docker"],
        "files that another container lends, its name known already": [lending("files-0a1b2c3"), "docker"],
        "an anonymous volume": [mounting({ containerPath: "/run/secrets" }), "docker"],
        "a volume of the host's own files": [
            mounting({ hostPath: "/etc/letsencrypt/live", containerPath: "/certificates" }),
            "docker",
        ],
        "a volume whose name is not known yet": [
            {
                more: (staging) => [volume(staging, {})],
                from: ([, own]) => mounting({ volumeName: unknownFrom(own) }),
            },
            "docker",
        ],
        "a volume whose name Pulumi made up": [
            {
                more: (staging) => [volume(staging, {})],
                from: ([, own]) => ({
                    workload: {
                        inputs: { volumes: [{ volumeName: "data-0a1b2c3", containerPath: "/data" }] },
                        propertyDependencies: { volumes: [own.urn] },
                    },
                }),
            },
            "docker",
        ],
        "a volume that is replaced, whose next name Pulumi made up": [
            {
                more: (staging) => [volume(staging, { name: "data-9f8e7d6" })],
                from: ([, own]) => ({
                    workload: {
                        inputs: { volumes: [{ volumeName: "data-0a1b2c3", containerPath: "/data" }] },
                        propertyDependencies: { volumes: [own.urn] },
                    },
                }),
            },
            "docker",
        ],
        "the database's address in a file": [
            {
                more: (staging) => [container(staging)],
                ...file("/run/secrets/database-url", "postgresql://voice@yarnify-staging-db:5432/voice"),
            },
            "docker",
        ],
        "a script that is told the address later": [
            file("/back-up.sh", 'PGHOST="$DATABASE_HOST" pg_dump --dbname="$(cat /run/secrets/database-url)"'),
            "docker",
        ],
        "the name of a container as Docker goes on from it": [
            {
                more: (staging) => [
                    container(staging),
                    resource(staging, "docker:index/network:Network", "own", { name: "voice-own" }),
                ],
                ...url("postgresql://voice@yarnify-staging-db.voice-own:5432/voice"),
            },
            "docker",
        ],
        "files of the engine for a collector that the stack file declares": [
            {
                environment: preProduction({ monitoring: {} }),
                ...mounting(
                    { hostPath: "/var/lib/docker", containerPath: "/var/lib/docker", readOnly: true },
                    { labels: [{ label: "component", value: "container-exporter" }] },
                ),
            },
            "docker",
        ],
        "a volume of the stack": [
            {
                more: (staging) => [resource(staging, "docker:index/volume:Volume", "data", { name: "voice-data" })],
                workload: { inputs: { volumes: [{ volumeName: "voice-data", containerPath: "/data" }] } },
            },
            "docker",
        ],
    },
    {
        "another stack's database": [
            {
                more: main,
                from: ([, source]) => ({ variables: { DATABASE_URL: output(source, "outputs.url") } }),
            },
            /DATABASE_URL cannot be used here: it comes from another stack/,
        ],
        "another stack's database, known already": [
            {
                more: main,
                from: ([, source]) => ({
                    variables: { GREETING: "hello" },
                    workload: {
                        propertyDependencies: Object.fromEntries(
                            ["template", "envs", "spec", "bindings"].map((property) => [property, [source.urn]]),
                        ),
                    },
                }),
            },
            /Something in \w+ cannot be used here: it comes from another stack/,
        ],
        "a database that is only read": [
            {
                more: elsewhere,
                from: ([, source]) => ({
                    variables: {
                        DATABASE_URL: interpolated`postgresql://voice@${[source, "ip"]}/voice`,
                    },
                }),
            },
            /which this stack only reads/,
        ],
        "a database of the stack in another project": [
            {
                more: (staging) => [
                    resource(staging, "gcp:redis/instance:Instance", "cache", { project: "acme-voice-main" }),
                ],
                from: ([, cache]) => ({ variables: { REDIS_HOST: unknownFrom(cache) } }),
            },
            /cannot be used here: it comes from "cache" in the project "acme-voice-main"/,
        ],
        "a resource that nobody registered": [
            {
                from: (_, staging) => ({
                    variables: {
                        DATABASE_URL: unknownFrom(
                            resource(staging, "gcp:sql/databaseInstance:DatabaseInstance", "gone", {}),
                        ),
                    },
                }),
            },
            /which this stack does not register/,
        ],
        "an unknown of two origins, one foreign": [
            {
                more: main,
                from: ([own, other]) => ({
                    variables: { DATABASE_URL: unknownFrom(own, other) },
                }),
            },
            /comes from another stack/,
        ],
        "an unknown of which nothing is known": [url(unknown), /nothing says where it comes from/],
        "an address that is written out": [url("postgresql://voice@10.12.0.3:5432/voice"), writtenOut],
        "a foreign host beside an own password": [
            made((source) => interpolated`postgresql://voice:${[source, "password"]}@10.12.0.3:5432/voice`),
            writtenOut,
        ],
        "a Redis by name": [
            { variables: { CACHE_HOST: "redis.internal.example.net:6379" } },
            /CACHE_HOST .* written out/,
        ],
        "an address with a database's scheme in any variable": [
            { variables: { STORE: "mongodb+srv://reader@cluster0.example.net/leads" } },
            /STORE .* written out/,
        ],
        "another container by its name": [url("postgresql://voice@yarnify-db:5432/voice"), writtenOut, "docker"],
        "another container by its name, beside one's own": [
            {
                more: (staging) => [container(staging)],
                from: ([, own]) => ({
                    variables: { DATABASE_URL: "postgresql://voice@yarnify-db:5432/voice" },
                    workload: { propertyDependencies: { envs: [own.urn] } },
                }),
            },
            writtenOut,
            "docker",
        ],
        "a port of the host": [url("postgresql://voice@192.168.120.12:5432/voice"), writtenOut, "docker"],
        "a port of the host by Docker's name for it": [
            url("postgresql://voice@host.docker.internal:5432/voice"),
            writtenOut,
            "docker",
        ],
        "a host that begins as a container of the stack": [
            {
                more: (staging) => [container(staging)],
                ...url("postgresql://voice@yarnify-staging-db.main.example.net/voice"),
            },
            writtenOut,
            "docker",
        ],
        "a name of the stack that leads to another address": [
            {
                more: (staging) => [container(staging)],
                workload: { inputs: { hosts: [{ host: "yarnify-staging-db", ip: "192.168.120.12" }] } },
            },
            /hosts\[0\] leads the name/,
            "docker",
        ],
        "another's volume by its name": [
            mounting({ volumeName: "ringfence-main-database-data", containerPath: "/data" }),
            /volume at \/data .* no volume of this stack has its name/,
            "docker",
        ],
        "another's volume by its name, beside one's own": [
            {
                more: (staging) => [volume(staging, { name: "voice-data" })],
                from: ([, own]) => ({
                    workload: {
                        inputs: { volumes: [{ volumeName: "voice-data" }, { volumeName: "ringfence-main-data" }] },
                        propertyDependencies: { volumes: [own.urn] },
                    },
                }),
            },
            /no volume of this stack has its name/,
            "docker",
        ],
        "another's volume as a mount": [
            { workload: { inputs: { mounts: [{ type: "volume", target: "/data", source: "yarnify-data" }] } } },
            /volume at \/data/,
            "docker",
        ],
        "a container's name in place of a volume's": [
            { more: (staging) => [container(staging)], ...mounting({ volumeName: "yarnify-staging-db" }) },
            /no volume of this stack has its name/,
            "docker",
        ],
        "another's volume, carried by files of the stack": [
            mounting({ volumeName: "yarnify-data", containerPath: "/data" }, { start: false }),
            /no volume of this stack has its name/,
            "docker",
        ],
        "the volumes of a container that is not the stack's": [
            mounting({ fromContainer: "yarnify-db" }),
            /no container of this stack has its name/,
            "docker",
        ],
        "the engine's own store": [
            mounting({ hostPath: "/var/lib/docker/volumes/yarnify-data/_data", containerPath: "/data" }),
            /what every container of the host has stored/,
            "docker",
        ],
        "the host's root": [
            { workload: { inputs: { mounts: [{ type: "bind", source: "//", target: "/host", readOnly: true }] } } },
            /what every container of the host has stored/,
            "docker",
        ],
        "files of the engine for a collector that nobody declares": [
            mounting(
                { hostPath: "/var/lib/docker", containerPath: "/var/lib/docker", readOnly: true },
                { labels: [{ label: "component", value: "container-exporter" }] },
            ),
            /what every container of the host has stored/,
            "docker",
        ],
        "a volume that is called as production's": [
            { runs: false, more: (staging) => [volume(staging, { name: "ringfence-main-database-data" })] },
            /as another environment of this project/,
            "docker",
        ],
        "a volume that lies in the engine's store": [
            {
                runs: false,
                more: (staging) => [
                    volume(staging, {
                        name: "voice-data",
                        driverOpts: { type: "none", o: "bind", device: "/var/lib/docker/volumes/yarnify-data/_data" },
                    }),
                ],
            },
            /The volume's device/,
            "docker",
        ],
        "a volume on another machine": [
            {
                runs: false,
                more: (staging) => [
                    volume(staging, {
                        name: "voice-data",
                        driverOpts: { type: "nfs", o: "addr=10.0.0.9,rw", device: ":/export" },
                    }),
                ],
            },
            /The volume's server .* written out/,
            "docker",
        ],
        "an address in a file that a variable names": [
            file("/run/secrets/database-host", "10.0.0.9"),
            /The file \/run\/secrets\/database-host .* written out/,
            "docker",
        ],
        "a setting in a file": [
            file("/app/.env", "LOG_LEVEL=info\nDATABASE_HOST=10.0.0.9\n"),
            /DATABASE_HOST in the file \/app\/.env .* written out/,
            "docker",
        ],
        "an address in a file in Base64": [
            {
                workload: {
                    inputs: {
                        uploads: [
                            {
                                file: "/run/secrets/database-url",
                                contentBase64: Buffer.from("postgresql://voice@yarnify-db/voice").toString("base64"),
                            },
                        ],
                    },
                },
            },
            /The file \/run\/secrets\/database-url .* written out/,
            "docker",
        ],
        "a file that is only read when it is deployed": [
            { workload: { inputs: { uploads: [{ file: "/app/.env", source: "./main.env" }] } } },
            /uploads\[0\] is read from a file when it is deployed/,
            "docker",
        ],
        "an address in a configuration of a swarm": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "docker:index/serviceConfig:ServiceConfig", "settings", {
                        name: "database-url",
                        data: Buffer.from("postgresql://voice@yarnify-db/voice").toString("base64"),
                    }),
                ],
            },
            /database-url .* written out/,
            "docker",
        ],
        "a volume of nobody's that lies in the engine's store": [
            {
                workload: {
                    inputs: {
                        mounts: [
                            {
                                type: "volume",
                                target: "/data",
                                volumeOptions: {
                                    driverOptions: { type: "none", o: "bind", device: "/var/lib/docker/volumes" },
                                },
                            },
                        ],
                    },
                },
            },
            /The volume's device/,
            "docker",
        ],
        "an address in a file of the host": [
            {
                variables: { DATABASE_URL_FILE: "/run/secrets/database-url" },
                ...mounting({ hostPath: "/srv/main-secrets", containerPath: "/run/secrets" }),
            },
            /DATABASE_URL_FILE .* a file that this stack does not write/,
            "docker",
        ],
        "Cloud SQL's proxy to another project": [
            url("postgresql://voice@/voice?host=/cloudsql/acme-voice-main:europe-west2:voice"),
            /its connection name is of another project/,
            "gcp",
        ],
        "a connection name of another project": [
            { variables: { INSTANCE_CONNECTION_NAME: "acme-voice-main:europe-west2:voice" } },
            /connection name is of another project/,
            "gcp",
        ],
        "another project for client libraries": [
            { variables: { GOOGLE_CLOUD_PROJECT: "acme-voice-main" } },
            /GOOGLE_CLOUD_PROJECT .* it is another project/,
        ],
        "Firestore of another project": [
            { variables: { FIRESTORE_PROJECT_ID: "acme-voice-main" } },
            /FIRESTORE_PROJECT_ID .* it is another project/,
        ],
        "an address among the arguments": [
            {
                workload: {
                    template: { containers: [{ image: "x", args: ["--store=redis://10.12.0.4:6379"] }] },
                    inputs: { command: ["--store=redis://10.12.0.4:6379"] },
                },
            },
            /The text at .* written out/,
            "gcp",
            "docker",
        ],
        "an address in a file": [
            { workload: { inputs: { uploads: [{ file: "/.env", content: "STORE=mysql://app@10.12.0.3/leads" }] } } },
            /The file \/.env cannot be used here/,
            "docker",
        ],
        "an address in a start script": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:compute/instance:Instance", "vm", {
                        metadata: { "startup-script": "pg_dump postgresql://app@10.12.0.3/leads" },
                    }),
                ],
            },
            /The text at metadata.startup-script/,
            "gcp",
        ],
        "the variables of a type that nobody knows": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:somewhere/new:Thing", "thing", {
                        spec: { settings: { DATABASE_HOST: "10.12.0.3" } },
                    }),
                ],
            },
            /The variable DATABASE_HOST/,
            "gcp",
        ],
        "a pool of connections to another's database": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "cloudflare:index/hyperdriveConfig:HyperdriveConfig", "pool", {
                        origin: { host: "db.example.net", database: "leads", scheme: "postgresql" },
                    }),
                ],
            },
            /written out/,
            "cloudflare",
        ],
        "a copy of another's database": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:databasemigrationservice/connectionProfile:ConnectionProfile", "source", {
                        postgresql: { host: "10.12.0.3", username: "copy" },
                    }),
                ],
            },
            /written out/,
            "gcp",
        ],
        "a schedule that calls another stack": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(staging, "gcp:cloudscheduler/job:Job", "hourly", {
                        httpTarget: { uri: interpolated`https://${[main(staging)[0] as ResourceFacts, "host"]}/run` },
                    }),
                ],
            },
            /httpTarget.uri .* comes from another stack/,
            "gcp",
        ],
        "a file of another stack": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(staging, "gcp:storage/bucketObject:BucketObject", "dump", {
                        name: "leads.csv",
                        content: output(main(staging)[0] as ResourceFacts, "outputs.leads"),
                    }),
                ],
            },
            /content cannot be made from this: it comes from another stack/,
            "gcp",
        ],
        "a file of another stack, known already": [
            {
                runs: false,
                more: (staging) => [
                    ...main(staging),
                    resource(
                        staging,
                        "gcp:storage/bucketObject:BucketObject",
                        "dump",
                        { name: "leads.csv", content: "name,phone" },
                        { propertyDependencies: { content: [String(main(staging)[0]?.urn)] } },
                    ),
                ],
            },
            /Something in content cannot be used here/,
            "gcp",
        ],
        "a bucket that nobody knows": [{ variables: { RECORDINGS_BUCKET: "acme-recordings" } }, /RECORDINGS_BUCKET/],
        "variables that are not known yet": [
            {
                more: main,
                from: ([, source]) => ({
                    workload: {
                        template: { containers: [{ image: "x", envs: unknownFrom(source) }] },
                    },
                }),
            },
            /A variable whose name is not known yet/,
            "gcp",
        ],
        "a secret's value that leads elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:secretmanager/secretVersion:SecretVersion", "version", {
                        secret: "projects/acme-voice-staging/secrets/staging-database-url",
                        secretData: "postgresql://voice:hunter2@10.12.0.3/voice",
                    }),
                ],
            },
            /The value of the secret "staging-database-url" .* written out/,
            "gcp",
        ],
        "a config map that leads elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "kubernetes:core/v1:ConfigMap", "config", { data: { REDIS_HOST: "10.12.0.4" } }),
                ],
            },
            /REDIS_HOST/,
            "kubernetes",
        ],
        "Cloud SQL attached from another project": [
            {
                workload: {
                    template: {
                        volumes: [
                            { name: "sql", cloudSqlInstance: { instances: ["acme-voice-main:europe-west2:voice"] } },
                        ],
                    },
                },
            },
            /instances\[0\] names data .* the project "acme-voice-main"/,
            "gcp",
        ],
        "a bucket mounted from another stack": [
            {
                more: main,
                from: ([, source]) => ({
                    workload: {
                        template: { volumes: [{ name: "b", gcs: { bucket: unknownFrom(source) } }] },
                    },
                }),
            },
            /gcs.bucket names data/,
            "gcp",
        ],
        "a copy of another project's database": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:sql/databaseInstance:DatabaseInstance", "copy", {
                        clone: { sourceInstanceName: "voice", sourceProject: "acme-voice-main" },
                    }),
                ],
            },
            /clone.sourceProject names data/,
            "gcp",
        ],
        "logs that go to another project": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                        destination: "bigquery.googleapis.com/projects/acme-voice-main/datasets/logs",
                    }),
                ],
            },
            /destination names data/,
            "gcp",
        ],
        "logs that go to a bucket that nobody knows": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                        destination: "storage.googleapis.com/acme-logs",
                    }),
                ],
            },
            /destination names data .* registers no bucket of the name "acme-logs"/,
            "gcp",
        ],
        "a project by its number": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:pubsub/subscription:Subscription", "calls", {
                        topic: "projects/123456789012/topics/calls",
                    }),
                ],
            },
            /names its project by number/,
            "gcp",
        ],
        "a Worker's store by an identifier": [
            { workload: { inputs: { bindings: [{ type: "d1", name: "DB", databaseId: "0f-1" }] } } },
            /The variable DB .* bound by a name/,
            "cloudflare",
        ],
        "a Worker's store of another stack": [
            {
                more: main,
                from: ([, source]) => ({
                    workload: {
                        inputs: {
                            bindings: [{ type: "kv_namespace", name: "KV", namespaceId: unknownFrom(source) }],
                        },
                    },
                }),
            },
            /The variable KV cannot be used here/,
            "cloudflare",
        ],
        "another's volume": [
            { workload: { inputs: { volumes: [{ volumeName: "yarnify-data", containerPath: "/data" }] } } },
            /The volume at \/data cannot be used here/,
            "docker",
        ],
        "a file share": [
            {
                workload: {
                    template: { containers: [], volumes: [{ name: "share", nfs: { server: "10.12.0.9", path: "/" } }] },
                },
            },
            /The volume at share/,
            "gcp",
            "kubernetes",
        ],
    },
);
