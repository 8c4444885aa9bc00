import * as pulumi from "@pulumi/pulumi";
import type { Environment } from "../environment";
import { evaluate } from "./evaluate";
import type { ResourceFacts, Urn } from "./facts";
import { readInputs } from "./read-inputs";
import { isRefusal, RefusedByFence } from "./refusal";
import { isolationRules } from "./rules";
import { urnOf, urnPrefix } from "./urn";
import { toldBy } from "./views/told";

/**
 * Puts the isolation rules in front of every resource that this program registers from now on, hand-written ones too:
 * a resource that breaks one is refused before it exists, under plain `pulumi up` as well. Resources that are only read
 * (`.get()`) do not pass here; what is made from them does.
 */
export function fence(environment: Environment): void {
    const guard = new Guard(environment, pulumi.getStack(), pulumi.getProject());
    pulumi.runtime.registerResourceTransform(async (resource) => {
        try {
            await guard.admit(resource);
        } catch (error) {
            if (isRefusal(error)) await endDeployment(error);
            throw error;
        }
        return undefined;
    });
}

/** With this status the language host knows that the reason has been logged (`@pulumi/pulumi`, cmd/run). */
const endedAfterLogging = 32;

/**
 * Tells the reason and ends the program, where it is run by `pulumi`. The refused registration alone would not do: the
 * SDK waits for ever for a stack output that is made from it.
 */
async function endDeployment({ message }: Error): Promise<void> {
    if (!require.main?.filename.replaceAll("\\", "/").includes("@pulumi/pulumi/cmd/run")) return;
    await pulumi.log.error(message);
    process.exit(endedAfterLogging);
}

interface Admitted {
    readonly facts: ResourceFacts;
    readonly madeFrom: readonly Urn[];
}

class Guard {
    private readonly admitted = new Map<Urn, Admitted>();

    constructor(
        private readonly environment: Environment,
        private readonly stack: string,
        private readonly project: string,
    ) {}

    async admit(resource: pulumi.ResourceTransformArgs): Promise<void> {
        const facts = await this.factsOf(resource);
        const madeFrom = [...new Set([...facts.dependencies, ...toldBy(facts).urns])];
        const [violation] = evaluate(isolationRules, {
            environment: this.environment,
            urnPrefix: urnPrefix(this.stack, this.project),
            resources: [...this.sourcesOf(madeFrom), facts],
            complete: false,
        });
        if (violation !== undefined) {
            const { policy, urn, message, repair } = violation;
            throw new RefusedByFence(
                { policy, urn, message },
                `${facts.type} "${facts.name}": ${message} [${policy}] ${repair}`,
            );
        }
        // A copy: what rules have read from the facts, and will not ask for again, goes with the facts.
        this.admitted.set(facts.urn, { facts: { ...facts }, madeFrom });
    }

    private async factsOf({ type, name, props, opts }: pulumi.ResourceTransformArgs): Promise<ResourceFacts> {
        const parent = await urnOfResource(opts.parent);
        // The engine says of an unknown input only that it is one. All that the resource depends on is known, so an
        // unknown counts as made from all of it: too strict at times, never too lax.
        const dependencies = await dependenciesOf(opts.dependsOn);
        const { inputs, propertyDependencies } = await readInputs(props as Record<string, unknown>, dependencies);
        return {
            urn: urnOf(this.stack, this.project, parent, type, name),
            type,
            name,
            parent,
            inputs,
            propertyDependencies,
            dependencies,
            protect: opts.protect ?? false,
            external: false,
            adopted: (opts as pulumi.CustomResourceOptions).import || undefined,
        };
    }

    /** The resources that one is made from, and those that they are made from. Not all: that would make n resources cost n². */
    private sourcesOf(madeFrom: readonly Urn[]): ResourceFacts[] {
        const found = new Map<Urn, ResourceFacts>();
        const visit = (urns: readonly Urn[], depth: number) => {
            for (const urn of urns) {
                const source = this.admitted.get(urn);
                if (source === undefined || found.has(urn)) continue;
                found.set(urn, source.facts);
                if (depth > 0) visit(source.madeFrom, depth - 1);
            }
        };
        visit(madeFrom, 1);
        return [...found.values()];
    }
}

/** The engine hands a transform plain resources here; nothing else could be read without waiting for it. */
async function dependenciesOf(dependsOn: pulumi.ResourceOptions["dependsOn"]): Promise<readonly Urn[]> {
    const resources: readonly unknown[] = Array.isArray(dependsOn) ? dependsOn : [dependsOn];
    const urns = await Promise.all(resources.filter(pulumi.Resource.isInstance).map(urnOfResource));
    return urns.filter((urn) => urn !== undefined);
}

async function urnOfResource(resource: pulumi.Resource | undefined): Promise<Urn | undefined> {
    return (resource?.urn as unknown as Promised<Urn> | undefined)?.promise();
}

interface Promised<T> {
    promise(): Promise<T>;
}
