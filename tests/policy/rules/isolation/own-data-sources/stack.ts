import type { Environment } from "../../../../../environment";
import type { ResourceFacts, Value } from "../../../../../policy/facts";
import { projectOf } from "../../../../../policy/views/project";
import { resource, stackReference } from "../../../facts-builders";
import type { Stack } from "../../../stack";

export const container = (environment: Environment): ResourceFacts =>
    resource(environment, "docker:index/container:Container", "database", {
        name: "yarnify-staging-db",
        image: "pgvector/pgvector:pg16",
    });
export const made = (value: (source: ResourceFacts) => Value): Stack => ({
    from: ([source]) => ({ variables: { DATABASE_URL: value(source) } }),
});
export const main = (environment: Environment) => [stackReference(environment, "acme/ringfence/main")];
export const mounting = (
    mount: Readonly<Record<string, Value>>,
    inputs: Readonly<Record<string, Value>> = {},
): Pick<Stack, "workload"> => ({ workload: { inputs: { volumes: [mount], ...inputs } } });
export const server = (environment: Environment): ResourceFacts =>
    resource(environment, "gcp:sql/databaseInstance:DatabaseInstance", "database", {
        name: "voice-database",
        project: projectOf(environment),
    });
export const url = (value: Value): Stack => ({ variables: { DATABASE_URL: value } });
