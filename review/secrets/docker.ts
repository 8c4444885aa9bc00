import { placeholderOf } from "../../environment/not-supplied";
import { knownText, Partial, type ResourceFacts, referencesOf, type Value } from "../../policy/facts";
import { qualifiedType } from "../../policy/urn";
import { field, items, text } from "../../policy/views/read";
import { variablesOf } from "../../policy/views/variable";
import { isWithin } from "../../policy/views/walk";
import { asWorkload } from "../../policy/views/workload";
import type { PlannedResource, StackPlan } from "../plan";
import type { Content, PlannedSecret, Reader } from "./inventory";
import { receivedBy } from "./received";

/**
 * The secrets of a stack on a Docker host. There is no vault that the plan could make places in: those that somebody
 * supplies are what the program says of itself, the others are the secret values that the plan hands to containers.
 */
export function secretsOnHost(plan: StackPlan): readonly PlannedSecret[] {
    const deliveries = deliveriesIn(plan.resources);
    const waiting = waitingIn(plan.outputs);
    const kept = { by: "stack-file", stack: plan.stack } as const;
    const supplied = waiting.map(({ variable, secret }) => ({
        id: variable,
        kept,
        content: "supplied" as const,
        value: undefined,
        rotationPeriod: undefined,
        readers: readersOf(
            deliveries.filter((delivery) => delivery.variable === variable || holds(delivery.value, secret)),
        ),
    }));
    const settled = sameValue(
        deliveries.filter(
            ({ variable, value }) =>
                !waiting.some((missing) => missing.variable === variable || holds(value, missing.secret)),
        ),
    ).map(([first, ...rest]) => ({
        id: idOf([first, ...rest]),
        kept,
        content: contentOf(first.value),
        value: first.value,
        rotationPeriod: undefined,
        readers: readersOf([first, ...rest]),
    }));
    return [...supplied, ...settled];
}

/** A secret value that a container gets. */
interface Delivery {
    readonly container: PlannedResource;
    /** Variable that receives it, `NAME` also where `NAME_FILE` names the file; "" of a file that no variable names so. */
    readonly variable: string;
    /** Path of the file that it lies in, where it is one. */
    readonly file: string | undefined;
    readonly value: Value;
}

function deliveriesIn(resources: readonly PlannedResource[]): readonly Delivery[] {
    const scope = { resources: resources.map(({ facts }) => facts) };
    // The same objects are found again in whatever container is lent the file.
    const secret = new Set(
        resources.flatMap(({ facts, secrets }) => {
            const paths = new Set(secrets);
            return variablesOf(facts).filter(({ path }) => isWithin(path, paths));
        }),
    );
    return resources.flatMap((container) => {
        const { facts } = container;
        const workload = facts.external ? undefined : asWorkload(facts);
        if (workload?.platform !== "docker" || workload.kind === "files") return [];
        return receivedBy(scope, facts)
            .filter(({ variable }) => secret.has(variable))
            .flatMap(({ variable: { file, value }, as }) =>
                value === undefined || value === "" ? [] : { container, variable: as, file, value },
            );
    });
}

/** What the program says that nobody has supplied yet. */
function waitingIn(
    outputs: Readonly<Record<string, unknown>>,
): readonly { readonly variable: string; readonly secret: string }[] {
    const listed: readonly unknown[] = Array.isArray(outputs.secretsToSupply) ? outputs.secretsToSupply : [];
    return listed.flatMap((entry) => {
        const { variable, secret } = (entry ?? {}) as Readonly<Record<string, unknown>>;
        return typeof variable === "string" && typeof secret === "string" ? { variable, secret } : [];
    });
}

/** Whether a value is made of a secret that is not supplied yet, also as a part of an address. */
function holds(value: Value, secret: string): boolean {
    const placeholder = placeholderOf(secret);
    return [placeholder, encodeURIComponent(placeholder)].some((written) => knownText(value).includes(written));
}

type Some<T> = readonly [T, ...T[]];

/** A secret is its value: a password that two containers get is one secret, whatever each of them calls it. */
function sameValue(deliveries: readonly Delivery[]): readonly Some<Delivery>[] {
    const groups = new Map<string, [Delivery, ...Delivery[]]>();
    for (const delivery of deliveries) {
        const { value, variable } = delivery;
        const parts = value instanceof Partial ? value.parts : value;
        // Of a value that is wholly unknown nobody can say what else it is.
        const key = JSON.stringify(Array.isArray(parts) && parts.length === 0 ? [variable, delivery.file] : { parts });
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [delivery]);
        else group.push(delivery);
    }
    return [...groups.values()];
}

function idOf(deliveries: Some<Delivery>): string {
    const [first] = deliveries;
    const named = deliveries.find(({ variable }) => variable !== "");
    return named?.variable ?? `${nameOf(first.container.facts)}:${first.file ?? ""}`;
}

/** A value without any source can only have been written, encrypted, in a file. */
function contentOf(value: Value): Content {
    if (referencesOf(value).length === 0) return "encrypted";
    const [only, ...more] = value instanceof Partial ? value.parts : [];
    const whole = typeof only === "object" && more.length === 0;
    return whole && typeOf(only.urn).startsWith("random:") ? "generated" : "wired";
}

const typeOf = (urn: string): string => qualifiedType(urn).split("$").at(-1) ?? "";

/** Each container once, with the variables that receive the value, or something made of it. */
function readersOf(deliveries: readonly Delivery[]): readonly Reader[] {
    const containers = new Set(deliveries.map(({ container }) => container));
    return [...containers].map((container) => {
        const received = deliveries.filter((delivery) => delivery.container === container);
        return {
            resource: container,
            kind: asWorkload(container.facts)?.kind ?? "service",
            name: nameOf(container.facts),
            variables: [...new Set(received.map(({ variable }) => variable).filter((variable) => variable !== ""))],
        };
    });
}

/** Its own name, or the one that it has in common with the other containers of its service. */
function nameOf({ inputs, name }: ResourceFacts): string {
    const aliases = items(inputs.networksAdvanced).flatMap((network) => items(field(network, "aliases")));
    return text(inputs.name) ?? aliases.map(text).find((alias) => alias !== undefined) ?? name;
}
