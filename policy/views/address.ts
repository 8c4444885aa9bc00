import type { Reference, ResourceFacts } from "../facts";
import { words } from "../recognise/words";
import type { Scope } from "../rule";
import { isMadeUp } from "./docker/own-name";
import { firstForeign, possibleSources } from "./origin";
import { type Pieces, pieces, referencesIn, withoutReferences } from "./pieces";
import { projectOf, projectsNamed } from "./project";
import { survey } from "./survey";
import type { Variable } from "./variable";

/** Where a variable says that data lives. */
export interface DataAddress {
    /** Host, bucket or connection name: the known text of it. */
    readonly written: string;
    readonly references: readonly Reference[];
    readonly form: "host" | "bucket" | "instance" | "project";
}

/** Schemes of URLs that lead to data. */
const dataUrl =
    /(?<![\w+.-])(?:jdbc:)?(postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|valkeys?|amqps?|nats|kafka|sqlserver|mssql|oracle|cockroachdb|clickhouse|cassandra|couchbases?|neo4j|bolt)(?:\+\w+)*:\/\/([^/?#\s"']*)/giu;
const bucketUrl = /(?<![\w+.-])(?:gs|s3):\/\/([^/?#\s"']+)/giu;
const socket = /\/cloudsql\/([^/?#\s"'&]+)/giu;

const stores = new Set(
    "db database databases postgres postgresql pg pghost mysql mariadb mongo mongodb redis cache valkey sql cloudsql memcached rabbitmq amqp kafka elasticsearch opensearch supabase alloydb clickhouse".split(
        " ",
    ),
);
const addressWords = new Set(
    "host hosts hostname url urls uri uris dsn endpoint endpoints address addr server servers instance socket pghost".split(
        " ",
    ),
);

/** Every address of data that a variable holds in clear. */
export function dataAddresses({ name, value }: Variable): readonly DataAddress[] {
    const all = pieces(value);
    if (all.text === "") return [];
    const found = [
        ...[...all.text.matchAll(dataUrl)].flatMap(([, , authority = ""]) => hostsOf(authority, all)),
        ...[...all.text.matchAll(bucketUrl)].map(([, bucket = ""]) => address("bucket", bucket, all)),
        ...[...all.text.matchAll(socket)].map(([, instance = ""]) => address("instance", instance, all)),
    ];
    if (found.length > 0) return found;
    const said = words(name);
    const last = said.at(-1) ?? "";
    if (said.includes("bucket") && (last === "bucket" || last === "name")) return [address("bucket", all.text, all)];
    if (isProjectVariable(said)) return [address("project", all.text, all)];
    if (last === "name" && said.at(-2) === "connection") return [address("instance", all.text, all)];
    if (!said.some((word) => stores.has(word)) || !addressWords.has(last)) return [];
    return bareHosts(all);
}

const clouds = new Set(
    "google gcp gcloud cloud cloudsdk firestore firebase bigquery pubsub vertex datastore".split(" "),
);

/** `GOOGLE_CLOUD_PROJECT`, `FIRESTORE_PROJECT_ID`, `PROJECT_ID`: client libraries look for data there. */
function isProjectVariable(said: readonly string[]): boolean {
    const named = said.at(-1) === "id" ? said.slice(0, -1) : said;
    return (
        named.at(-1) === "project" && (named.length === 1 ? said.length === 2 : named.some((word) => clouds.has(word)))
    );
}

/** `user:password@a:5432,b:5432`, the password being whatever stands before the last @. */
const hostsOf = (authority: string, all: Pieces): readonly DataAddress[] =>
    authority
        .slice(authority.lastIndexOf("@") + 1)
        .split(",")
        .map((host) => address("host", withoutPort(host), all));

/** A value that is nothing but an address: `10.0.0.3`, `db:5432`, `https://xyz.supabase.co`, `project:region:instance`. */
function bareHosts(all: Pieces): readonly DataAddress[] {
    const text = all.text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[/?#].*$/su, "");
    if (/^[^:]+:[a-z]+-[a-z]+\d+:[^:]+$/.test(text)) return [address("instance", text, all)];
    return hostsOf(text, all);
}

const withoutPort = (host: string): string =>
    host.startsWith("[") ? host.slice(1, host.indexOf("]")) : host.replace(/:[^:]*$/u, "");

const address = (form: DataAddress["form"], part: string, all: Pieces): DataAddress => ({
    form,
    written: withoutReferences(part),
    references: referencesIn(part, all),
});

const local = /^(localhost|.*\.localhost|127(\.\d+){3}|::1|0\.0\.0\.0|host\.docker\.internal)?$/i;
const dockerHost = /^host\.docker\.internal$/i;

/** From a container the host is no longer local: every environment on it may publish something there. */
const isLocal = ({ type }: ResourceFacts, written: string): boolean =>
    local.test(written) && !(type.startsWith("docker:") && dockerHost.test(written));

/** By the name itself, or as the platform's own names go on from it: in a cluster, at a bucket's address, on a network. */
function isRegistered(scope: Pick<Scope, "resources">, written: string): boolean {
    const { names } = survey(scope);
    if (names.has(written)) return true;
    const [first = "", ...rest] = written.split(".");
    if (rest.length === 0 || !names.has(first)) return false;
    const above = rest.join(".");
    return /^[a-z0-9-]+\.svc(\.|$)|^storage\.googleapis\.com$/.test(above) || names.has(above);
}

/** Types of resources that data lives in, or whose addresses lead to it. A container is reached by a name that is known. */
const dataTypes =
    /^(gcp:(sql|redis|memorystore|alloydb|firestore|spanner|bigtable|storage|memcache)\/|gcp:compute\/(globalA|a)ddress:|kubernetes:(core|apps)\/v1:(Service|StatefulSet|PersistentVolumeClaim))/;

/** Why an address of data cannot be said to be this environment's; nothing where it can. Never repeats the address. */
export function unprovenAddress(
    scope: Scope,
    resource: ResourceFacts,
    property: string,
    { written, references, form }: DataAddress,
): string | undefined {
    if (references.length > 0) {
        return firstForeign(
            scope,
            references.map(({ urn }) => urn),
        );
    }
    const own = projectOf(scope.environment);
    if (form === "project") return written === own ? undefined : "it is another project";
    if (isLocal(resource, written) || isDeclared(scope, written) || isRegistered(scope, written)) return undefined;
    if (form === "instance") {
        return written.startsWith(`${own}:`) ? undefined : "its connection name is of another project";
    }
    if (form === "bucket" && (written === own || written.startsWith(`${own}-`) || written.startsWith(`${own}.`))) {
        return undefined;
    }
    const projects = projectsNamed(written);
    if (projects.length > 0 && projects.every(({ project }) => project === own)) return undefined;
    const sources = possibleSources(scope, resource, property);
    if (sources.some((source) => dataTypes.test(source.type) || isMadeUp(source, written))) return undefined;
    return "the address is written out, so nothing says that it is this environment's";
}

/** What the stack file itself declares: the address of a managed database outside the platform. */
function isDeclared({ environment }: Scope, written: string): boolean {
    const { database } = environment;
    return database.engine === "supabase" && new URL(database.url).hostname === written.toLowerCase();
}
