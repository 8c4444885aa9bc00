import type { Environment } from "../../environment";
import type { ResourceFacts } from "../../policy/facts";
import type { PlatformName, Scope } from "../../policy/rule";
import { scope, type Variables, type WorkloadOptions, workload } from "./facts-builders";

/** Resources of `more`, as many as a case takes. */
export type Before = readonly [ResourceFacts, ResourceFacts, ...ResourceFacts[]];

/** What is asked of a stack with one workload. */
export interface Stack {
    readonly environment?: Environment;
    readonly variables?: Variables;
    readonly workload?: Omit<WorkloadOptions, "variables">;
    /** Resources that are there before the workload. */
    readonly more?: (environment: Environment) => readonly ResourceFacts[];
    /** The workload, or what else is judged, made from what is there before. */
    readonly from?: (before: Before, environment: Environment) => Pick<Stack, "variables" | "workload">;
    /** False where no workload is needed. */
    readonly runs?: boolean;
}

/** Builds a stack from what is usual in a rule's cases and what one case asks for. */
export const stackOn =
    (usual: Stack & { readonly environment: Environment }) =>
    (platform: PlatformName, asked: Stack): Scope => {
        const environment = asked.environment ?? usual.environment;
        const before = [...(usual.more?.(environment) ?? []), ...(asked.more?.(environment) ?? [])];
        const made = asked.from?.(before as never, environment) ?? {};
        const options = {
            ...usual.workload,
            ...asked.workload,
            ...made.workload,
            variables: { ...usual.variables, ...asked.variables, ...made.variables },
        };
        const runs = asked.runs ?? usual.runs ?? true;
        return scope(environment, [...before, ...(runs ? workload(environment, platform, options) : [])]);
    };
