import type { InvokeTransform, ResourceTransform } from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";

/**
 * Pulumi's callback server, without the server: transforms are called in this process instead of over gRPC. Hooks and
 * state migrations run only while something is deployed, so a preview takes them and does nothing.
 */
export class LocalCallbacks {
    private readonly transforms = new Map<string, ResourceTransform>();
    /** Transforms of the whole stack, in order of registration. */
    readonly stackTransforms: ResourceTransform[] = [];

    transform(token: string): ResourceTransform | undefined {
        return this.transforms.get(token);
    }

    async registerTransform(transform: ResourceTransform): Promise<Callback> {
        const token = `transform-${this.transforms.size}`;
        this.transforms.set(token, transform);
        const callback = new Callback();
        callback.setToken(token);
        return callback;
    }

    registerStackTransform(transform: ResourceTransform): void {
        this.stackTransforms.push(transform);
    }

    registerStackInvokeTransform(_: InvokeTransform): void {}
    async registerStackInvokeTransformAsync(_: InvokeTransform): Promise<Callback> {
        return new Callback();
    }
    async registerStateMigration(): Promise<Callback> {
        return new Callback();
    }
    async registerResourceHook(): Promise<void> {}
    async registerErrorHook(): Promise<void> {}
    async awaitStackRegistrations(): Promise<void> {}
    shutdown(): void {}
}
