import { type Environment, inTierOrder } from "../environment";
import { loadProject, loadStack, type ProjectFiles, type StackFiles } from "../environment/stack-file";
import { rules } from "../policy/rules";
import { isolation } from "./isolation";
import type { PlanError, Review, StackPlan } from "./plan";
import { StackPlans } from "./stack-plans";
import { findProgram, type Program, ProgramNotFound } from "./symbolic/program";

export interface ReviewOptions {
    /** Folder of Pulumi.yaml. */
    readonly project: string;
    /** Stacks to plan; empty, all of the project. */
    readonly stacks: readonly string[];
    /** Adds the stack trace to a program's error. */
    readonly debug: boolean;
    readonly onProgress?: ((text: string) => void) | undefined;
}

/** Plans the stacks of a project without a cloud, holds each against the rules and all of them against each other. */
export async function review(options: ReviewOptions): Promise<Review> {
    const start = process.hrtime.bigint();
    const elapsed = () => Number(process.hrtime.bigint() - start) / 1e6;
    const project = loadProject(options.project);
    if (project.value === undefined) return refused("", project.errors, elapsed());
    const { value: files } = project;

    const program = programOf(files);
    if ("message" in program) return refused(files.name, [program], elapsed());

    const wanted = options.stacks.length === 0 ? files.stacks.map(({ name }) => name) : [...new Set(options.stacks)];
    const tried = new Set(wanted);
    const read = wanted.map((name) => loadStack(files, name));
    const errors: PlanError[] = read.flatMap((stack) => [...stack.errors]);
    const stacks = inTierOrder(
        read.flatMap(({ value }) => (value === undefined ? [] : [{ ...value, tier: value.environment.tier }])),
    );
    const plans: StackPlan[] = [];
    const stackPlans = new StackPlans(files, program, options, stacks);
    for (const stack of stacks) {
        const { plan, errors: faults } = await stackPlans.plan(stack);
        errors.push(...faults);
        if (plan !== undefined) plans.push(plan);
    }
    errors.push(...stackPlans.errorsBeside(tried));
    const environments = environmentsOf(files, stacks, tried);
    const known = new Set(environments.map(({ name }) => name));
    return {
        project: files.name,
        plans,
        errors,
        rules: rules.length,
        isolation: isolation(
            plans,
            environments,
            tried,
            stacks.map(({ name, source }) => ({ stack: name, values: source.values })),
            new Set(files.stacks.map(({ name }) => name).filter((name) => !known.has(name))),
        ),
        elapsed: elapsed(),
    };
}

const refused = (project: string, errors: readonly PlanError[], elapsed: number): Review => ({
    project,
    plans: [],
    errors,
    isolation: { violations: [], shared: [] },
    elapsed,
});

function programOf(files: ProjectFiles): Program | PlanError {
    try {
        return findProgram(files.directory, files.main);
    } catch (error) {
        if (!(error instanceof ProgramNotFound)) throw error;
        return {
            stack: "",
            file: files.file,
            key: "main",
            message: error.message,
            repair: "let `main` name the folder of the program",
        };
    }
}

/** All environments of the project that can be read: one that is not planned now may still be trespassed on. */
function environmentsOf(
    files: ProjectFiles,
    read: readonly StackFiles[],
    tried: ReadonlySet<string>,
): readonly Environment[] {
    const others = files.stacks.filter(({ name }) => !tried.has(name));
    return inTierOrder([
        ...read.map(({ environment }) => environment),
        ...others.flatMap(({ name }) => loadStack(files, name).value?.environment ?? []),
    ]);
}
