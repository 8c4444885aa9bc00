import type { Environment } from "../../environment";
import { Partial, type Value } from "../../policy/facts";
import type { IsolationViolation, StackPlan } from "../plan";
import { type Identifier, identifiersOf } from "./identifiers";

interface Owned extends Identifier {
    readonly stack: string;
}

/** No resource of one environment names another's project, host, Vonage application or database. */
export function foreignNames(
    plans: readonly StackPlan[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    const owned = environments.flatMap((environment) =>
        identifiersOf(environment).map((identifier) => ({ ...identifier, stack: environment.name })),
    );
    return plans.flatMap((plan) => foreignNamesIn(plan, owned));
}

function foreignNamesIn(plan: StackPlan, owned: readonly Owned[]): readonly IsolationViolation[] {
    const own = new Set(owned.filter(({ stack }) => stack === plan.stack).map(({ value }) => value.toLowerCase()));
    const foreign = new Map(
        owned
            .filter(({ stack, value }) => stack !== plan.stack && !own.has(value.toLowerCase()))
            .map((identifier) => [identifier.value.toLowerCase(), identifier]),
    );
    if (foreign.size === 0) return [];
    // Whole names only: `mva-voice-main` must not be found in `mva-voice-main-2`, nor a host in a longer one.
    const names = [...foreign.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`(?<![\\w.-])(${names.join("|")})(?![\\w-]|\\.\\w)`, "gi");
    const violations: IsolationViolation[] = [];
    for (const { facts } of plan.resources) {
        for (const { text, path } of literals(facts.inputs as Value, "")) {
            for (const [name] of text.matchAll(pattern)) {
                const identifier = foreign.get(name.toLowerCase());
                if (identifier === undefined) continue;
                violations.push({
                    rule: "foreign-names",
                    stacks: [plan.stack, identifier.stack],
                    resources: [facts.urn],
                    message: `${plan.stack}: ${facts.type} "${facts.name}" names ${identifier.stack}'s ${identifier.kind} ${identifier.value} at ${path}.`,
                });
            }
        }
    }
    return violations;
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
