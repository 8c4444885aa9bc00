import { type Environment, sharedUsesOf } from "../environment";
import { keyText } from "../environment/config-path";
import { nearest } from "../environment/nearest";
import { loadStack, type ProjectFiles, type StackFiles } from "../environment/stack-file";
import { quoted } from "../environment/wording";
import { judge } from "./judge";
import type { PlanError, StackPlan } from "./plan";
import { stackNamed } from "./stack-name";
import { configOf } from "./symbolic/config";
import type { Program } from "./symbolic/program";
import { programErrors } from "./symbolic/program-error";
import { type RunResult, runSymbolically } from "./symbolic/run";
import type { StackOutputs } from "./symbolic/stack-outputs";

export type Planned =
    | { readonly plan: StackPlan; readonly outputs: StackOutputs; readonly errors: readonly [] }
    | { readonly plan: undefined; readonly errors: readonly PlanError[] };

export interface StackPlansOptions {
    readonly debug: boolean;
    readonly onProgress?: ((text: string) => void) | undefined;
}

/**
 * The plans of a project's stacks, each made once. A stack that reads a shared one is planned after it, and sees what that
 * one puts out; of any other stack it sees nothing, because the rules refuse to use it.
 */
export class StackPlans {
    private readonly planned = new Map<string, Planned>();
    private readonly loaded = new Map<string, StackFiles | undefined>();

    constructor(
        private readonly files: ProjectFiles,
        private readonly program: Program,
        private readonly options: StackPlansOptions,
        read: readonly StackFiles[],
    ) {
        for (const stack of read) this.loaded.set(stack.name, stack);
    }

    async plan(stack: StackFiles, readers: readonly string[] = []): Promise<Planned> {
        const known = this.planned.get(stack.name);
        if (known !== undefined) return known;
        const planned = await this.afterItsSources(stack, [...readers, stack.name]);
        this.planned.set(stack.name, planned);
        return planned;
    }

    /** What was wrong with stacks that nobody asked for, and that others read. */
    errorsBeside(asked: ReadonlySet<string>): readonly PlanError[] {
        return [...this.planned].flatMap(([name, { errors }]) => (asked.has(name) ? [] : errors));
    }

    private async afterItsSources(stack: StackFiles, chain: readonly string[]): Promise<Planned> {
        const unknown = this.unknownSources(stack);
        if (unknown.length > 0) return { plan: undefined, errors: unknown };
        const needed = new Set(sharedUsesOf(stack.environment).map((use) => use.stack));
        for (;;) {
            const errors = await this.planSources(stack, needed, chain);
            if (errors.length > 0) return { plan: undefined, errors };
            this.options.onProgress?.(`planning ${stack.name}`);
            const missed = new Set<string>();
            const run = await this.run(stack, missed);
            // A reference that the stack file does not declare shows when the program makes it.
            if (missed.size === 0) return this.outcome(stack, run);
            for (const name of missed) needed.add(name);
        }
    }

    private async planSources(
        reader: StackFiles,
        needed: ReadonlySet<string>,
        chain: readonly string[],
    ): Promise<readonly PlanError[]> {
        const errors: PlanError[] = [];
        for (const name of needed) {
            const source = this.stackFiles(name);
            if (source !== undefined && source.environment.tier !== "shared") continue;
            const fault = this.placeOf(reader, name);
            if (chain.includes(name))
                errors.push({
                    ...fault,
                    message: `the stacks ${[...chain.slice(chain.indexOf(name)), name].join(" → ")} read each other's outputs, so none can be deployed first`,
                    repair: "let one of them do without the other",
                });
            else if (source === undefined || (await this.plan(source, chain)).plan === undefined)
                errors.push({
                    ...fault,
                    message: `${reader.name} reads what ${quoted(name)} puts out, and that stack could not be planned`,
                    repair: `mend ${name} first`,
                });
        }
        return errors;
    }

    private unknownSources(stack: StackFiles): readonly PlanError[] {
        const names = this.files.stacks.map(({ name }) => name);
        return sharedUsesOf(stack.environment)
            .filter((use) => !names.includes(use.stack))
            .map(({ stack: named, path }) => ({
                stack: stack.name,
                ...stack.locate(path),
                key: keyText(path),
                message: `the project has no stack ${quoted(named)}`,
                repair: `write ${nearest(named, names) ?? "the name of a stack of the tier shared"}`,
            }));
    }

    /** The key that names the other stack, where one does. */
    private placeOf(reader: StackFiles, name: string): Pick<PlanError, "stack" | "file" | "line" | "key"> {
        const use = sharedUsesOf(reader.environment).find(({ stack }) => stack === name);
        if (use === undefined) return { stack: reader.name };
        return { stack: reader.name, ...reader.locate(use.path), key: keyText(use.path) };
    }

    private run(stack: StackFiles, missed: Set<string>): Promise<RunResult> {
        return runSymbolically({
            stack: stack.name,
            project: this.files.name,
            organization: "organization",
            root: this.files.directory,
            program: this.program,
            findOutputs: (reference) => this.outputsOf(reference, stack.name, missed),
            ...configOf(stack.source),
        });
    }

    private outputsOf(reference: string, reader: string, missed: Set<string>): StackOutputs | undefined {
        const { stack, project } = stackNamed(reference, this.files.name);
        if (project !== this.files.name || stack === reader) return undefined;
        if (!this.files.stacks.some(({ name }) => name === stack))
            throw new Error(
                `the stack reference ${quoted(reference)} names no stack of the project, which has ${this.files.stacks.map(({ name }) => name).join(", ")}`,
            );
        if (this.stackFiles(stack)?.environment.tier !== "shared") return undefined;
        const planned = this.planned.get(stack);
        if (planned === undefined) missed.add(stack);
        return planned?.plan === undefined ? undefined : planned.outputs;
    }

    private stackFiles(name: string): StackFiles | undefined {
        if (!this.loaded.has(name)) {
            const { value, errors } = loadStack(this.files, name);
            this.loaded.set(name, value);
            if (value === undefined) this.planned.set(name, { plan: undefined, errors });
        }
        return this.loaded.get(name);
    }

    private outcome({ name, environment }: StackFiles, run: RunResult): Planned {
        if (run.errors.length > 0) {
            const errors = run.errors.flatMap((error) => programErrors(name, error, run.readable, this.options.debug));
            return { plan: undefined, errors };
        }
        return { plan: planOf(name, this.files.name, environment, run), outputs: run.handedOver, errors: [] };
    }
}

const planOf = (name: string, project: string, environment: Environment, run: RunResult): StackPlan => ({
    stack: name,
    project,
    tier: environment.tier,
    release: environment.release.name,
    platform: environment.platform,
    resources: run.resources,
    outputs: run.outputs,
    violations: judge(name, project, environment, run),
    notes: run.notes,
});
