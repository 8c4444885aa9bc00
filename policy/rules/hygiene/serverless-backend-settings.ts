import type { Value } from "../../facts";
import type { Rule } from "../../rule";
import { backends, isUnknown, items } from "../../views";

export const serverlessBackendSettings: Rule = {
    name: "serverless-backend-settings",
    kind: "hygiene",
    forbids: "A back end of serverless services must not be given settings that belong to other kinds of back ends.",
    why: "Google Cloud refuses some of them in the middle of a deployment, and passes over the others in silence.",
    level: "mandatory",
    severity: "medium",
    requirements: ["ORB-9", "VOX-1"],
    repair: "Set it on the service itself: probes, `timeout`, `sessionAffinity`, `maxInstanceRequestConcurrency`.",
    platforms: ["gcp"],
    *check(scope) {
        for (const { resource, serverless } of backends(scope)) {
            if (serverless.length === 0) continue;
            const { urn, inputs } = resource;
            for (const key of refused)
                if (isGiven(inputs[key]))
                    yield { urn, message: `Google Cloud refuses ${key} on a serverless back end.` };
            for (const key of idle)
                if (isGiven(inputs[key])) yield { urn, message: `${key} does nothing on a serverless back end.` };
        }
    },
};

/** https://cloud.google.com/load-balancing/docs/negs/serverless-neg-concepts#limitations */
const refused = ["healthChecks", "timeoutSec", "portName"];
const idle = ["sessionAffinity", "affinityCookieTtlSec", "localityLbPolicy", "circuitBreakers", "consistentHash"];

/** Nothing, none and an empty list ask for nothing; what is not known yet is no violation. */
const isGiven = (value: Value | undefined): boolean =>
    !isUnknown(value) &&
    value !== undefined &&
    value !== null &&
    value !== "" &&
    value !== "NONE" &&
    !(Array.isArray(value) && items(value).length === 0);
