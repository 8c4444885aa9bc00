import * as pulumi from "@pulumi/pulumi";
import type { Refusal } from "../../policy/refusal";
import type { PlannedResource } from "../plan";
import { quietly } from "./console";
import { type PropertyNames, SymbolicMonitor } from "./monitor";
import type { Program } from "./program";
import { awaitFeatureSupport, store, withoutPromiseTraces } from "./pulumi-internals";
import type { FindOutputs, StackOutputs } from "./stack-outputs";
import { withoutIdleStackTraces } from "./stack-traces";
import { Tokens } from "./token";
import { Hidden, printedReference } from "./value";

export interface StackRun {
    readonly stack: string;
    readonly project: string;
    readonly organization: string;
    readonly program: Program;
    /** Folder of Pulumi.yaml. */
    readonly root: string;
    /** Full keys to values, as the engine hands them over: objects as JSON text. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    /** Placeholders of values that are encrypted in the stack file. */
    readonly placeholders: readonly string[];
    /** What other stacks put out. Default: nothing is known of it. */
    readonly findOutputs?: FindOutputs | undefined;
}

export interface RunResult {
    readonly resources: readonly PlannedResource[];
    readonly outputs: Readonly<Record<string, unknown>>;
    /** The same for another stack to read. */
    readonly handedOver: StackOutputs;
    readonly refusals: readonly Refusal[];
    readonly notes: readonly string[];
    readonly errors: readonly Error[];
    /** Text with references spelled out and secrets masked, fit to be shown. */
    readonly readable: (text: string) => string;
}

/** Runs one stack's program in this process against a monitor that answers with tokens. */
export async function runSymbolically(run: StackRun): Promise<RunResult> {
    const hidden = new Hidden();
    for (const placeholder of run.placeholders) hidden.add(placeholder);
    const reading = { tokens: new Tokens(), hidden, notes: new Set<string>() };
    const propertyNames: PropertyNames = new Map();
    const monitor = new SymbolicMonitor(
        run.stack,
        run.project,
        reading,
        propertyNames,
        run.findOutputs ?? (() => undefined),
    );
    const readable = (text: string) =>
        reading.tokens
            .parts(text)
            .map((part) => (typeof part === "string" ? hidden.mask(part) : printedReference(part)))
            .join("");

    pulumi.runtime.setMockOptions(monitor, run.project, run.stack, true, run.organization);
    pulumi.runtime.setAllConfig({ ...run.config }, [...run.secretKeys]);
    store().settings.options.rootDirectory = run.root;
    store().callbacks = monitor.callbacks;
    await awaitFeatureSupport();

    const errors = await untilSettled(run.program.folder, readable, async () => {
        await pulumi.runtime.runInPulumiStack(() => {
            pulumi.runtime.registerStackTransformation((resource) => {
                remember(propertyNames, resource.type, resource.props);
                return undefined;
            });
            return run.program.run();
        });
        await pulumi.runtime.disconnect();
    });
    return {
        resources: monitor.resources.map((planned) => ({ ...planned, inputs: hidden.maskPrinted(planned.inputs) })),
        outputs: hidden.maskPrinted(monitor.outputs),
        handedOver: monitor.handedOver,
        refusals: monitor.refusals,
        notes: [...reading.notes],
        errors,
        readable,
    };
}

/** The SDK lists every property of a type when it makes a resource, the computed ones as `undefined`. */
function remember(names: PropertyNames, type: string, props: object): void {
    const known = names.get(type);
    if (known === undefined) names.set(type, new Set(Object.keys(props)));
    else if (Object.keys(props).some((name) => !known.has(name))) {
        names.set(type, new Set([...known, ...Object.keys(props)]));
    }
}

export class NeverFinished extends Error {
    constructor() {
        super("the program never finished: it waits for a promise that nothing resolves");
    }
}
export class LeftEarly extends Error {}

/**
 * Runs the program and collects every error that it raises, also where nobody waits for it: a failed registration ends
 * as an unhandled rejection. Each error is counted once.
 */
async function untilSettled(
    folder: string,
    readable: (text: string) => string,
    work: () => Promise<void>,
): Promise<readonly Error[]> {
    const errors = new Set<Error>();
    const catchAll = (error: unknown) => void errors.add(error instanceof Error ? error : new Error(String(error)));
    const before = process.cwd();
    const { exit } = process;
    let stuck: () => void = () => {};
    const never = new Promise<void>((_, reject) => {
        stuck = () => reject(new NeverFinished());
    });
    process.on("unhandledRejection", catchAll);
    process.on("uncaughtException", catchAll);
    process.once("beforeExit", stuck);
    process.exit = ((code?: number) => {
        throw new LeftEarly(`the program called process.exit(${code ?? ""})`);
    }) as typeof process.exit;
    process.chdir(folder);
    const restoreConsole = quietly(readable);
    const restoreStackTraces = withoutIdleStackTraces();
    const restorePromises = withoutPromiseTraces();
    try {
        await Promise.race([work(), never]);
        // Rejections are reported a turn after they happen.
        await new Promise((resolve) => setImmediate(resolve));
    } catch (error) {
        catchAll(error);
        await new Promise((resolve) => setImmediate(resolve));
    } finally {
        restorePromises();
        restoreStackTraces();
        restoreConsole();
        process.chdir(before);
        process.exit = exit;
        process.off("beforeExit", stuck);
        process.off("uncaughtException", catchAll);
        process.off("unhandledRejection", catchAll);
    }
    return [...errors];
}
