import type { ResourceTransform } from "@pulumi/pulumi";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { ResourceFacts, Urn, Value } from "../../policy/facts";
import { isRefusal, type Refusal } from "../../policy/refusal";
import { urnOf } from "../../policy/urn";
import type { PlannedResource } from "../plan";
import { LocalCallbacks } from "./callbacks";
import { answerInvoke } from "./invokes";
import { computed } from "./shapes";
import { type FindOutputs, handedOver, type StackOutputs } from "./stack-outputs";
import { transformed } from "./transforms";
import { type Reading, read, secretOf, unwrapped } from "./value";

type Reply<T> = (error: Error | null, response: T | undefined) => void;

/** Every property that the SDK knows of a type, the computed ones too: the SDK lists them when it makes a resource. */
export type PropertyNames = Map<string, ReadonlySet<string>>;

const stackReference = "pulumi:pulumi:StackReference";
const features = proto.ResourceMonitorFeature;

/**
 * Stands where the engine's resource monitor stands. It sees each request as the engine sees it, writes it down, and
 * answers with the inputs and, for everything that only the cloud could know, with tokens.
 */
export class SymbolicMonitor {
    readonly callbacks = new LocalCallbacks();
    readonly resources: PlannedResource[] = [];
    readonly refusals: Refusal[] = [];
    outputs: Readonly<Record<string, unknown>> = {};
    /** The same for another stack to read. */
    handedOver: StackOutputs = { values: {}, secret: new Set() };
    private readonly seen = new Set<Urn>();
    private root: Urn | undefined;

    constructor(
        private readonly stack: string,
        private readonly project: string,
        private readonly reading: Reading,
        private readonly propertyNames: PropertyNames,
        private readonly findOutputs: FindOutputs,
    ) {}

    async registerResource(request: proto.RegisterResourceRequest, reply: Reply<unknown>): Promise<void> {
        try {
            const urn = this.register(request.getType(), request.getName(), request.getParent());
            let wire = javaScript(request.getObject());
            const propertyDependencies = dependenciesByProperty(request);
            let planned = this.planned(request, urn, wire, propertyDependencies);
            for (const transform of this.transformsOf(request)) {
                const changed = await this.apply(transform, planned, wire);
                if (changed === undefined) continue;
                wire = changed;
                planned = this.planned(request, urn, wire, propertyDependencies);
            }
            this.resources.push(planned);
            if (request.getCustom()) {
                const response = new proto.RegisterResourceResponse();
                response.setUrn(urn);
                response.setId(request.getImportid() || this.reading.tokens.mint(urn, "id"));
                const secret = new Set(request.getAdditionalsecretoutputsList());
                reply(null, withObject(response, this.state(request.getType(), urn, wire, secret)));
            } else {
                const response = new proto.RegisterResourceResponse();
                response.setUrn(urn);
                reply(null, withObject(response, {}));
            }
        } catch (error) {
            reply(asRpcError(error), undefined);
        }
    }

    readResource(request: proto.ReadResourceRequest, reply: Reply<unknown>): void {
        try {
            const type = request.getType();
            const urn = this.register(type, request.getName(), request.getParent());
            const wire = javaScript(request.getProperties());
            const secrets: string[] = [];
            const { value, printed } = readAll(this.reading, wire, {}, secrets);
            this.resources.push({
                facts: {
                    urn,
                    type,
                    name: request.getName(),
                    parent: request.getParent() || undefined,
                    inputs: { ...value, id: request.getId() },
                    propertyDependencies: {},
                    dependencies: request.getDependenciesList(),
                    protect: false,
                    external: true,
                },
                inputs: printed,
                secrets,
                dependencies: request.getDependenciesList(),
                component: false,
            });
            const response = new proto.ReadResourceResponse();
            response.setUrn(urn);
            const secret = new Set(request.getAdditionalsecretoutputsList());
            const told = type === stackReference ? this.findOutputs(request.getId()) : undefined;
            const state = this.state(type, urn, wire, secret);
            if (told !== undefined) Object.assign(state, handedOver(told, this.reading.tokens));
            reply(null, withProperties(response, state));
        } catch (error) {
            reply(asRpcError(error), undefined);
        }
    }

    registerResourceOutputs(request: proto.RegisterResourceOutputsRequest, reply: Reply<unknown>): void {
        if (request.getUrn() === this.root) {
            const wire = javaScript(request.getOutputs());
            const secrets: string[] = [];
            const { value, printed } = readAll(this.reading, wire, {}, secrets);
            this.outputs = printed;
            this.handedOver = { values: value, secret: new Set(secrets.map((path) => path.split(/[.[]/)[0] ?? path)) };
        }
        reply(null, {});
    }

    invoke(request: proto.ResourceInvokeRequest, reply: Reply<unknown>): void {
        try {
            const result = answerInvoke(
                request.getTok(),
                javaScript(request.getArgs()),
                this.stack,
                this.reading.tokens,
                this.resources,
            );
            reply(null, { getReturn: () => structOf(result), getFailuresList: () => [] });
        } catch (error) {
            reply(asRpcError(error), undefined);
        }
    }

    call(request: { getTok(): string }, reply: Reply<unknown>): void {
        const error = new Error(`${request.getTok()} runs in a remote component, which only the engine can call`);
        reply(asRpcError(error), undefined);
    }

    getDeploymentInfo(_: unknown, reply: Reply<proto.DeploymentInfo>): void {
        const info = new proto.DeploymentInfo();
        // Not OUTPUT_VALUES: secrets and tokens in plain wire form say all that is needed.
        info.setSupportedfeaturesList([
            features.RESOURCE_MONITOR_FEATURE_SECRETS,
            features.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
            features.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
            features.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
            features.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
            features.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
            features.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
            features.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
            features.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
            features.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
        ]);
        reply(null, info);
    }

    /** Asked one by one by SDKs that do not know `getDeploymentInfo`. */
    supportsFeature(request: { getId(): string }, reply: Reply<unknown>): void {
        reply(null, { getHassupport: () => request.getId() !== "outputValues" });
    }

    registerPackage(_: unknown, reply: Reply<unknown>): void {
        const response = new proto.RegisterPackageResponse();
        response.setRef("package");
        reply(null, response);
    }

    close(): void {}

    private register(type: string, name: string, parent: Urn): Urn {
        const urn = urnOf(this.stack, this.project, parent || undefined, type, name);
        // The engine refuses a second resource with the same URN, so the preview must too.
        if (this.seen.has(urn)) {
            throw new Error(`two resources have the URN ${urn}: give one of them another name`);
        }
        this.seen.add(urn);
        if (type === "pulumi:pulumi:Stack") this.root = urn;
        return urn;
    }

    private planned(
        request: proto.RegisterResourceRequest,
        urn: Urn,
        wire: Record<string, unknown>,
        propertyDependencies: Readonly<Record<string, readonly Urn[]>>,
    ): PlannedResource {
        const secrets: string[] = [];
        const { value, printed } = readAll(this.reading, wire, propertyDependencies, secrets);
        const dependencies = request.getDependenciesList();
        return {
            facts: {
                urn,
                type: request.getType(),
                name: request.getName(),
                parent: request.getParent() || undefined,
                inputs: value,
                propertyDependencies,
                dependencies,
                protect: request.getProtect() ?? false,
                external: false,
                adopted: request.getImportid() || undefined,
            },
            inputs: printed,
            secrets,
            dependencies,
            component: !request.getCustom(),
        };
    }

    private transformsOf(request: proto.RegisterResourceRequest): ResourceTransform[] {
        if (request.getType() === "pulumi:pulumi:Stack") return [];
        const own = request
            .getTransformsList()
            .flatMap((callback) => this.callbacks.transform(callback.getToken()) ?? []);
        return [...own, ...this.callbacks.stackTransforms];
    }

    /** The changed inputs in wire form, or nothing where the transform left the resource alone or refused it. */
    private async apply(
        transform: ResourceTransform,
        planned: PlannedResource,
        wire: Readonly<Record<string, unknown>>,
    ): Promise<Record<string, unknown> | undefined> {
        try {
            const changed = await transformed(transform, planned.facts, !planned.component);
            if (changed === undefined) return undefined;
            const kept = Object.entries(wire).filter(([name]) => changed.names.has(name));
            return { ...Object.fromEntries(kept), ...changed.written };
        } catch (error) {
            // The engine would stop here. A review goes on, so that it can tell everything that is wrong at once.
            if (!isRefusal(error)) throw error;
            this.refusals.push(error.refusal);
            return undefined;
        }
    }

    /** What the program sees of the resource: its inputs as they are, a token for everything else. */
    private state(type: string, urn: Urn, wire: Record<string, unknown>, secret: ReadonlySet<string>) {
        const state: Record<string, unknown> = { ...wire };
        for (const property of this.propertyNames.get(type) ?? []) {
            if (state[property] !== undefined && state[property] !== null) continue;
            if (type === stackReference) continue;
            state[property] = computed(this.reading.tokens, type, urn, property);
        }
        for (const property of secret) {
            if (property in state) state[property] = secretOf(unwrapped(state[property]));
        }
        return state;
    }
}

/** The runtime reads an error's text from `details`, where gRPC puts it. */
function asRpcError(error: unknown): Error {
    const { message } = error as Error;
    return Object.assign(error as Error, { details: message });
}

const javaScript = (struct: { toJavaScript(): unknown } | undefined): Record<string, unknown> =>
    (struct?.toJavaScript() ?? {}) as Record<string, unknown>;

/** The runtime only ever reads a response's object by `toJavaScript`, so no Struct has to be built for it. */
const structOf = (value: unknown) => ({ toJavaScript: () => value });
const withObject = (response: proto.RegisterResourceResponse, value: unknown) =>
    Object.assign(response, { getObject: () => structOf(value) });
const withProperties = (response: proto.ReadResourceResponse, value: unknown) =>
    Object.assign(response, { getProperties: () => structOf(value) });

function dependenciesByProperty(request: proto.RegisterResourceRequest): Readonly<Record<string, readonly Urn[]>> {
    const result: Record<string, readonly Urn[]> = {};
    for (const [key, dependencies] of request.getPropertydependenciesMap().entries()) {
        result[key] = dependencies.getUrnsList();
    }
    return result;
}

function readAll(
    reading: Reading,
    wire: Record<string, unknown>,
    dependencies: ResourceFacts["propertyDependencies"],
    secrets: string[],
): { value: Record<string, Value>; printed: Record<string, unknown> } {
    const value: Record<string, Value> = {};
    const printed: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(wire)) {
        const property = read(reading, item, key, dependencies[key] ?? [], secrets);
        value[key] = property.value;
        printed[key] = property.printed;
    }
    return { value, printed };
}
