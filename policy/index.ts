import { PolicyPack, type ResourceValidationPolicy, type StackValidationPolicy } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { type Environment, EnvironmentError, environmentFromPulumi, namespace } from "../environment";
import { evaluate, levelOf } from "./evaluate";
import type { Urn } from "./facts";
import { factsOf, inputsOf, isLeftOut } from "./policy-resources";
import type { Rule } from "./rule";
import { rules } from "./rules";
import { urnPrefix } from "./urn";

/** The CrossGuard pack: `pulumi up --policy-pack policy`. The only place that constructs one, because that starts a server. */
const environment = describedEnvironment();
const inputs = new Map<Urn, Readonly<Record<string, unknown>>>();

/** Comes first: each resource is shown to it before the whole stack is judged. */
const observer: ResourceValidationPolicy = {
    name: "resources-observed",
    description: "Takes down what each resource is asked to be, for the rules over the whole stack. Never complains.",
    enforcementLevel: "advisory",
    validateResource: (resource) => void inputs.set(resource.urn, inputsOf(resource)),
};

new PolicyPack("ringfence", {
    policies:
        environment instanceof Error
            ? [unreadable(environment)]
            : [observer, ...rules.map((rule) => asPolicy(rule, environment))],
});

/**
 * The engine hands the stack's configuration to the pack in clear and does not say what of it was encrypted. The program
 * has been told, and refuses a secret in clear; here the values of `secrets` count as encrypted.
 */
function describedEnvironment(): Environment | EnvironmentError {
    try {
        return environmentFromPulumi(pulumi.getStack(), {
            values: pulumi.runtime.allConfig(),
            isSecret: (key) => key === `${namespace}:secrets`,
        });
    } catch (error) {
        if (error instanceof EnvironmentError) return error;
        throw error;
    }
}

function asPolicy(rule: Rule, environment: Environment): StackValidationPolicy {
    return {
        name: rule.name,
        description: `${rule.forbids} ${rule.why}`,
        enforcementLevel: levelOf(rule, { environment }),
        severity: rule.severity,
        validateStack: ({ resources }, report) => {
            const present = resources.filter((resource) => !isLeftOut(resource, inputs));
            const scope = {
                environment,
                urnPrefix: urnPrefix(pulumi.getStack(), pulumi.getProject()),
                resources: factsOf(present, inputs),
                complete: present.length === resources.length,
            };
            for (const { message, urn, repair } of evaluate([rule], scope)) report(`${message} ${repair}`, urn);
        },
    };
}

/** A stack whose environment cannot be read cannot be judged, so it does not pass. */
function unreadable(error: EnvironmentError): StackValidationPolicy {
    return {
        name: "environment-readable",
        description: "A stack must describe its environment, because every rule follows from its tier.",
        enforcementLevel: "mandatory",
        validateStack: (_, report) => report(error.message),
    };
}
