import type { Tier } from "../environment";
import type { StackFault } from "../environment/stack-file";
import type { Violation } from "../policy/evaluate";
import type { ResourceFacts, Urn } from "../policy/facts";

/** What the symbolic run of one stack saw: the plan of that stack. */
export interface StackPlan {
    readonly stack: string;
    readonly project: string;
    readonly tier: Tier;
    readonly platform: string;
    /** Name of the release that the stack runs. */
    readonly release?: string | undefined;
    /** In order of registration; the stack itself first. */
    readonly resources: readonly PlannedResource[];
    /** Stack outputs, rendered as `inputs` are. */
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly violations: readonly Violation[];
    /** Things the reader should know: fragments of references that could not be followed, warnings of the program. */
    readonly notes: readonly string[];
}

export interface PlannedResource {
    readonly facts: ResourceFacts;
    /** Inputs as printed: a reference is `${URN#property}`, a literal `${` is `$${`, a secret literal `[secret]`. */
    readonly inputs: Readonly<Record<string, unknown>>;
    /** Paths of inputs that are secret, `settings.rootPassword`, `envs[0].value`. */
    readonly secrets: readonly string[];
    readonly dependencies: readonly Urn[];
    readonly component: boolean;
}

/** Why one stack (or, `stack` empty, the whole project) could not be planned. */
export type PlanError = StackFault;

/** A breach between stacks, found in their configuration or their plans. */
export interface IsolationViolation {
    readonly rule: string;
    readonly stacks: readonly string[];
    readonly resources: readonly Urn[];
    readonly message: string;
}

export interface SharedResource {
    readonly resource: string;
    readonly stacks: readonly string[];
    readonly why: string;
}

/** Everything one run of `ringfence preview` found. */
export interface Review {
    readonly project: string;
    readonly plans: readonly StackPlan[];
    readonly errors: readonly PlanError[];
    readonly isolation: {
        readonly violations: readonly IsolationViolation[];
        readonly shared: readonly SharedResource[];
    };
    /** How many rules the stacks were judged by. */
    readonly rules?: number | undefined;
    /** How long it took, in milliseconds. */
    readonly elapsed: number;
}
