import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { jsonReport } from "../../review/report/json";
import { review } from "../../review/review";

/** The plans of whole stack files, as `ringfence preview --format json` prints them: what the requirements are held against. */
export const root = resolve(__dirname, "../..");

export interface PlannedResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    // biome-ignore lint/suspicious/noExplicitAny: a provider's inputs have no type of their own here.
    readonly inputs: any;
    readonly dependencies: readonly string[];
    readonly secrets: readonly string[];
    readonly external: boolean;
}
export interface PlannedViolation {
    readonly policy: string;
    readonly level: "mandatory" | "advisory";
    readonly urn: string;
    readonly message: string;
}
export interface StackDocument {
    readonly tier: string;
    readonly platform: string;
    readonly resources: readonly PlannedResource[];
    // biome-ignore lint/suspicious/noExplicitAny: outputs are whatever the program returns.
    readonly outputs: any;
    readonly violations: readonly PlannedViolation[];
}
export interface Document {
    readonly project: string;
    readonly stacks: Readonly<Record<string, StackDocument>>;
    readonly errors: readonly { readonly stack: string; readonly key: string; readonly message: string }[];
    readonly isolation: {
        readonly violations: readonly { readonly rule: string; readonly message: string }[];
        readonly shared: readonly { readonly resource: string; readonly stacks: readonly string[] }[];
    };
}

const planned = new Map<string, Promise<Document>>();

/** The plan of all stacks of a project; each project is planned once. */
export function planOf(project = root): Promise<Document> {
    const plan = planned.get(project) ?? freshPlanOf(project);
    planned.set(project, plan);
    return plan;
}

/** The plan of a project as its files are now. */
export async function freshPlanOf(project: string): Promise<Document> {
    return JSON.parse(jsonReport(await review({ project, stacks: [], debug: false }))) as Document;
}

/** A project of the tests' own, by its folder under tests/fixtures. */
export const planOfFixture = (name: string): Promise<Document> => planOf(join(root, "tests/fixtures", name));

/** The plan of the root project where one passage of one stack file reads otherwise. */
export async function planWith(stack: string, written: string, instead: string): Promise<Document> {
    const folder = mkdtempSync(join(tmpdir(), "requirements-"));
    try {
        writeFileSync(join(folder, "Pulumi.yaml"), `name: ringfence\nruntime: nodejs\nmain: ${JSON.stringify(root)}\n`);
        for (const name of ["beta", "staging", "main"]) {
            const text = readFileSync(join(root, `Pulumi.${name}.yaml`), "utf8");
            if (name === stack) assert.ok(text.includes(written), `Pulumi.${stack}.yaml does not say "${written}"`);
            const bent = name === stack ? text.replace(written, instead) : text;
            writeFileSync(join(folder, `Pulumi.${name}.yaml`), bent);
        }
        return await freshPlanOf(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** The stacks that could not be planned, each with the key that is at fault. */
export const atFault = ({ errors }: Pick<Document, "errors">): readonly (readonly [string, string | undefined])[] =>
    errors.map(({ stack, key }) => [stack, key]);

export function stackOf(document: Document, name: string): StackDocument {
    const stack = document.stacks[name];
    assert.ok(stack, `${name} was not planned: ${JSON.stringify(document.errors)}`);
    return stack;
}

export const ofType = ({ resources }: StackDocument, type: string): readonly PlannedResource[] =>
    resources.filter((resource) => resource.type === type);

export function theOnly(stack: StackDocument, type: string): PlannedResource {
    const [only, ...others] = ofType(stack, type);
    assert.ok(only !== undefined && others.length === 0, `expected one ${type}, found ${ofType(stack, type).length}`);
    return only;
}

/** The one resource of this name. */
export function called({ resources }: StackDocument, name: string): PlannedResource {
    const [only, ...others] = resources.filter((resource) => resource.name === name);
    assert.ok(only !== undefined && others.length === 0, `expected one ${name}, found ${others.length}`);
    return only;
}

export type Part = "VoiceApi" | "VoiceGateway" | "Web";
export const serviceType = "gcp:cloudrunv2/service:Service";

/** The service that one of the components made. */
export function serviceOf(stack: StackDocument, part: Part): PlannedResource {
    const [only, ...others] = ofType(stack, serviceType).filter(({ urn }) => urn.includes(`ringfence:index:${part}$`));
    assert.ok(only !== undefined && others.length === 0, `expected one service of ${part}`);
    return only;
}

export const jobType = "gcp:cloudrunv2/job:Job";

/** The job of this name, and what its process gets. */
export function jobOf(stack: StackDocument, name: string) {
    const job = ofType(stack, jobType).find(({ inputs }) => inputs.name === name);
    assert.ok(job, `there is no job ${name}`);
    const task = job.inputs.template.template;
    return { job, task, variables: envOf(task.containers[0].envs) };
}

interface Env {
    readonly name: string;
    readonly value?: string;
    readonly valueSource?: { readonly secretKeyRef: { readonly secret: string } };
}

/** What the service's process gets: the value in clear, or `vault:<secret>`. */
export function variablesOf({ inputs }: PlannedResource): Readonly<Record<string, string>> {
    return envOf(inputs.template.containers[0].envs);
}

const envOf = (all: readonly Env[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
        all.map(({ name, value, valueSource }) => [name, value ?? `vault:${valueSource?.secretKeyRef.secret}`]),
    );

export const mandatory = ({ violations }: StackDocument): readonly PlannedViolation[] =>
    violations.filter(({ level }) => level === "mandatory");
