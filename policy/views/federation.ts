import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { field } from "./read";
import { judged } from "./survey";

/** Who outside Google Cloud may act here: an issuer whose tokens are taken, and what a token must say. */
export interface Federation {
    readonly resource: ResourceFacts;
    /** Address of whoever signs the tokens; nothing where it is no OpenID issuer. */
    readonly issuer: Value | undefined;
    /** What is asked of a token, in CEL; nothing where every token of the issuer will do. */
    readonly condition: Value | undefined;
}

const providerTypes: ReadonlySet<string> = new Set([
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider",
    "gcp:iam/workforcePoolProvider:WorkforcePoolProvider",
]);

export const federations = (scope: Scope): readonly Federation[] =>
    judged(scope).flatMap((resource) =>
        resource.external || !providerTypes.has(resource.type)
            ? []
            : [
                  {
                      resource,
                      issuer: field(resource.inputs, "oidc", "issuerUri"),
                      condition: resource.inputs.attributeCondition ?? undefined,
                  },
              ],
    );

/** Whether nothing at all of a text is known yet. */
export const isBlank = (value: Value | undefined): boolean => value instanceof Partial && value.text === "";
