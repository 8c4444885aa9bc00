import { type Tier, tierWords } from "../../environment/tier";
import { words } from "./words";

/** Words that name production wherever they stand. */
const certain: ReadonlySet<string> = new Set(["production", "prod"]);
/** `main` and `live` are also ordinary words, so beside the environment's own name they do not count. */
const likely: ReadonlySet<string> = new Set(tierWords.production.filter((word) => !certain.has(word)));

interface Named {
    readonly name: string;
    readonly tier: Tier;
}

/** Whether an identifier (a host, a secret, a project, an instance) names production: `acme-voice-prod`, `main-database-url`. */
export function namesProduction(environment: Named, identifier: string): boolean {
    const said = words(identifier);
    if (said.some((word) => certain.has(word))) return true;
    return said.some((word) => likely.has(word)) && !said.some((word) => isOwn(environment, word));
}

const isOwn = ({ name, tier }: Named, word: string): boolean =>
    [name, ...tierWords[tier], tier].some((own) => words(own).includes(word));

/** Words of a variable's name that say that it leads to data. */
const dataWords: ReadonlySet<string> = new Set([
    "database",
    "db",
    "postgres",
    "postgresql",
    "pg",
    "mysql",
    "mongo",
    "mongodb",
    "redis",
    "cache",
    "queue",
    "bucket",
    "firestore",
    "sql",
    "dsn",
    "data",
    "dump",
    "customers",
    "api",
    "url",
    "uri",
    "host",
    "password",
    "secret",
    "token",
    "key",
    "credentials",
]);

/** Whether a variable is called after something of production's: `PROD_DATABASE_URL`. */
export function variableOfProduction(name: string): boolean {
    const said = words(name);
    return said.some((word) => certain.has(word)) && said.some((word) => dataWords.has(word));
}
