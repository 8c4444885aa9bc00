import type { Environment } from "../../environment";
import { isDeclaredWriter } from "../../policy/declared/anonymiser";
import { isGrantToDeclared } from "../../policy/declared/registry";
import { isDeclaredIngress } from "../../policy/declared/tunnel";
import { Partial, type ResourceFacts, type Value } from "../../policy/facts";
import type { IsolationViolation, StackPlan } from "../plan";
import { type Identifier, identifiersOf } from "./identifiers";

interface Owned extends Identifier {
    readonly stack: string;
}

/** A stack's configuration, whatever the namespace. */
export interface StackConfig {
    readonly stack: string;
    readonly values: Readonly<Record<string, unknown>>;
}

/** No configuration of a provider names another environment's project: whom to act for, whom to bill. */
export function foreignNamesInConfig(
    configs: readonly StackConfig[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    const owned = ownedBy(environments);
    return configs.flatMap(({ stack, values }) => {
        const find = foreignIn(stack, owned);
        return Object.entries(values).flatMap(([key, value]) => {
            // The program's own keys are compared one by one, and what follows from them is in the plan.
            if (key.startsWith("ringfence:") || key === "gcp:project") return [];
            const text = typeof value === "string" ? value : JSON.stringify(value);
            return find(text).map((identifier) => ({
                rule: "foreign-names",
                stacks: [stack, identifier.stack],
                resources: [],
                message: `${stack}: the configuration key ${key} names ${identifier.stack}'s ${identifier.kind} ${identifier.value}.`,
            }));
        });
    });
}

/** No resource of one environment names another's project, host, Vonage application or database. */
export function foreignNames(
    plans: readonly StackPlan[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    const owned = ownedBy(environments);
    return plans.flatMap((plan) =>
        foreignNamesIn(
            plan,
            owned,
            environments.find(({ name }) => name === plan.stack),
        ),
    );
}

const ownedBy = (environments: readonly Environment[]): readonly Owned[] =>
    environments.flatMap((environment) =>
        identifiersOf(environment).map((identifier) => ({ ...identifier, stack: environment.name })),
    );

/** Finds the identifiers of other environments in a text. */
function foreignIn(stack: string, owned: readonly Owned[]): (text: string) => readonly Owned[] {
    const own = new Set(owned.filter((one) => one.stack === stack).map(({ value }) => value.toLowerCase()));
    const foreign = new Map(
        owned
            .filter((one) => one.stack !== stack && !own.has(one.value.toLowerCase()))
            .map((identifier) => [identifier.value.toLowerCase(), identifier]),
    );
    if (foreign.size === 0) return () => [];
    const pattern = new RegExp([...foreign.values()].map(wholeName).join("|"), "gi");
    return (text) => [...text.matchAll(pattern)].flatMap(([name]) => foreign.get(name.toLowerCase()) ?? []);
}

function foreignNamesIn(
    plan: StackPlan,
    owned: readonly Owned[],
    environment: Environment | undefined,
): readonly IsolationViolation[] {
    const find = foreignIn(plan.stack, owned);
    return plan.resources.flatMap(({ facts }) => {
        if (environment !== undefined && isDeclaredAcross(plan, environment, facts)) return [];
        const inputs = facts.adopted === undefined ? facts.inputs : { ...facts.inputs, import: facts.adopted };
        return [...literals(inputs as Value, "")].flatMap(({ text, path }) =>
            find(text).map((identifier) => ({
                rule: "foreign-names",
                stacks: [plan.stack, identifier.stack],
                resources: [facts.urn],
                message: `${plan.stack}: ${facts.type} "${facts.name}" names ${identifier.stack}'s ${identifier.kind} ${identifier.value} at ${path}.`,
            })),
        );
    });
}

/** Whether a resource names another environment because its own one declares just that. */
const isDeclaredAcross = (plan: StackPlan, environment: Environment, facts: ResourceFacts): boolean =>
    isGrantToDeclared(environment, facts) ||
    isDeclaredIngress(environment, facts) ||
    isDeclaredWriter({ environment, resources: factsOf(plan) }, facts);

/** One list for a plan, because views keep what they gather from a list with it. */
const lists = new WeakMap<StackPlan, readonly ResourceFacts[]>();
function factsOf(plan: StackPlan): readonly ResourceFacts[] {
    const known = lists.get(plan) ?? plan.resources.map(({ facts }) => facts);
    lists.set(plan, known);
    return known;
}

/**
 * The name and nothing longer: `acme-main` is not in `acme-main-2`, nor a host in a longer one. A project's name may go
 * on after a dot, as in a service account's address (`@acme-main.iam.gserviceaccount.com`) or a table's name.
 */
function wholeName({ kind, value }: Identifier): string {
    const name = value.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return kind === "host name" ? `(?<![\\w.-])${name}(?![\\w-]|\\.\\w)` : `(?<![\\w-])${name}(?![\\w-])`;
}

function* literals(value: Value, path: string): Generator<{ text: string; path: string }> {
    if (typeof value === "string") yield { text: value, path };
    else if (value instanceof Partial) {
        for (const part of value.parts) if (typeof part === "string") yield { text: part, path };
    } else if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) yield* literals(item, `${path}[${index}]`);
    } else if (value !== null && typeof value === "object") {
        for (const [key, item] of Object.entries(value as Record<string, Value>)) {
            yield* literals(item, path === "" ? key : `${path}.${key}`);
        }
    }
}
