import * as pulumi from "@pulumi/pulumi";

/**
 * The few parts of Pulumi's Node.js runtime that it exports without publishing their types. Everything that could break
 * with a new version of the SDK is in this file.
 */
interface Runtime {
    /** Asks the monitor what it can do, as the language host does before it runs a program. */
    awaitFeatureSupport(): Promise<void>;
    serializeProperty(context: string, value: unknown): Promise<unknown>;
}
interface Store {
    settings: { options: { rootDirectory?: string } };
    callbacks: unknown;
}
interface State {
    getStore(): Store;
}
interface OutputConstructor {
    new (
        resources: Set<pulumi.Resource>,
        value: Promise<unknown>,
        isKnown: Promise<boolean>,
        isSecret: Promise<boolean>,
        allResources: Promise<Set<pulumi.Resource>>,
    ): pulumi.Output<unknown>;
}

export const { awaitFeatureSupport, serializeProperty } = pulumi.runtime as unknown as Runtime;

/** Settings of the stack that runs now. */
export const store = (): Store => (require("@pulumi/pulumi/runtime/state") as State).getStore();

/** An output that is not known yet. */
export function unknownOutput(): pulumi.Output<unknown> {
    const no = Promise.resolve(false);
    const none = new Set<pulumi.Resource>();
    const Output = pulumi.Output as unknown as OutputConstructor;
    return new Output(none, Promise.resolve(undefined), no, no, Promise.resolve(none));
}

/**
 * The SDK takes a stack trace for every promise, to name those that never end. A preview notices by itself that a
 * program does not end, so while one runs, promises are left alone. Returns the function that ends it.
 */
export function withoutPromiseTraces(): () => void {
    const debuggable = require("@pulumi/pulumi/runtime/debuggable") as { debuggablePromise: <P>(promise: P) => P };
    const before = debuggable.debuggablePromise;
    debuggable.debuggablePromise = (promise) => promise;
    return () => {
        debuggable.debuggablePromise = before;
    };
}
