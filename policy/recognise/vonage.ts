import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { delivered } from "../views/docker/delivered";
import { valuesOf } from "../views/secret";
import type { Variable } from "../views/variable";
import { bundled } from "./bundle";
import { systemWords } from "./table";
import { hasAny, words } from "./words";

/** Variables, and stored secrets, that say which Vonage application an environment is: `VONAGE_APPLICATION_ID`. */
export const vonageApplications = (scope: Pick<Scope, "resources">, resource: ResourceFacts): readonly Variable[] =>
    [
        ...valuesOf(scope, resource).map((value) => delivered(scope, resource, value)),
        ...bundled(scope, resource),
    ].filter(({ name }) => isApplicationId(words(name)));

const application = new Set(["application", "app"]);
const isApplicationId = (said: readonly string[]): boolean =>
    hasAny(said, systemWords.vonage) && hasAny(said, application) && said.at(-1) === "id";
