import type { Value } from "../../policy/facts";
import type { Workload } from "../../policy/views/workload";
import type { PlannedResource, StackPlan } from "../plan";
import { secretsOnHost } from "./docker";
import { secretsInVault } from "./secret-manager";

/** A secret of a stack. */
export interface PlannedSecret {
    /** Name in the vault; without one, the variable that receives the value, or the file: `CONTAINER:PATH`. */
    readonly id: string;
    readonly kept: Kept;
    /** Where its value comes from. */
    readonly content: Content;
    /** What the program puts into it; nothing where somebody supplies it. */
    readonly value: Value | undefined;
    /** Time between two rotations, `7776000s`. */
    readonly rotationPeriod: string | undefined;
    /** What needs the value. */
    readonly readers: readonly Reader[];
}

/** Where the value lies: a Google Cloud vault, or, where there is no vault, encrypted in the stack file. */
export type Kept =
    | {
          readonly by: "secret-manager";
          readonly project: string | undefined;
          /** Of a regional secret, its region. */
          readonly location: string | undefined;
      }
    | { readonly by: "stack-file"; readonly stack: string };

/**
 * `supplied`: the plan leaves it empty, so somebody has to bring the value; `generated`: made up by the program;
 * `encrypted`: from the stack file; `wired`: made of other resources; `public`: a file that the program keeps there,
 * although nothing in it is secret.
 */
export type Content = "supplied" | "generated" | "encrypted" | "wired" | "public";

export interface Reader {
    readonly resource: PlannedResource;
    readonly kind: Workload["kind"];
    /** The name that the platform knows it by. */
    readonly name: string;
    /** Variables that receive the secret; none where it is mounted. */
    readonly variables: readonly string[];
}

/** The secrets of a stack. Hand-written ones count, and so do hand-written readers. */
export const secretsIn = (plan: StackPlan): readonly PlannedSecret[] => [
    ...secretsInVault(plan),
    ...(plan.platform === "docker" ? secretsOnHost(plan) : []),
];
