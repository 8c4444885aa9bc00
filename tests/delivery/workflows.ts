import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

/** The workflows of the repository, as GitHub reads them. */
export const root = resolve(__dirname, "../..");
const folder = join(root, ".github/workflows");

export interface Step {
    readonly name?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly if?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly with?: Readonly<Record<string, string | number | boolean>>;
}
export interface Job {
    readonly if?: string;
    readonly needs?: string | readonly string[];
    readonly uses?: string;
    readonly with?: Readonly<Record<string, string>>;
    readonly environment?: string;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
    readonly steps?: readonly Step[];
}
export interface Workflow {
    readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
    readonly jobs: Readonly<Record<string, Job>>;
}

export const files: readonly string[] = readdirSync(folder);
export const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");
export const workflow = (file: string): Workflow => parse(textOf(file)) as Workflow;

/** Every step of a workflow, with the job that it is in. */
export const stepsOf = ({ jobs }: Workflow): readonly { readonly job: string; readonly step: Step }[] =>
    Object.entries(jobs).flatMap(([job, { steps = [] }]) => steps.map((step) => ({ job, step })));

export const needsOf = ({ needs = [] }: Job): readonly string[] => (typeof needs === "string" ? [needs] : needs);
