import type { Environment } from "../environment";
import type { ResourceFacts, Urn } from "./facts";

/** `mandatory` stops a deployment, `advisory` only says so. */
export type Level = "mandatory" | "advisory";
export type Severity = "low" | "medium" | "high" | "critical";
export type PlatformName = "gcp" | "docker" | "kubernetes" | "cloudflare";

/** What a rule is given: one environment, and the resources of its stack that are seen so far. */
export interface Scope {
    readonly environment: Environment;
    /** `urn:pulumi:<stack>::<project>::`, with which every URN of this stack begins. */
    readonly urnPrefix: string;
    readonly resources: readonly ResourceFacts[];
    /**
     * Whether `resources` is the whole stack. At the registration of one resource it is not: `resources` then ends with
     * the resource in question, and a rule must not complain that something is missing.
     */
    readonly complete: boolean;
}

export interface Finding {
    readonly urn: Urn;
    /** What is wrong with this resource, in one sentence that names the variable or property, never a secret's value. */
    readonly message: string;
}

/** One rule, one file. The catalogue, the pack, the preview and the registration guard are all made from these. */
export interface Rule {
    /** Kebab case, unique, the name of the file. */
    readonly name: string;
    /** `isolation` rules are mandatory everywhere and also stand at registration; `hygiene` rules judge the whole stack. */
    readonly kind: "isolation" | "hygiene";
    /** What the rule forbids, in one sentence. */
    readonly forbids: string;
    /** Why, in one sentence. */
    readonly why: string;
    readonly level: Level | ((environment: Environment) => Level);
    readonly severity: Severity;
    /** Identifiers of docs/requirements.md that the rule guards. */
    readonly requirements: readonly string[];
    /** What to do about a violation, in one sentence. */
    readonly repair: string;
    /** Platforms on which the rule has a meaning. */
    readonly platforms: readonly PlatformName[];
    readonly check: (scope: Scope) => Iterable<Finding>;
}
