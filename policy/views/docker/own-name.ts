import { Partial, type ResourceFacts, type Value } from "../../facts";
import type { Scope } from "../../rule";
import { projectOfPrefix } from "../../urn";
import { possibleSources, unprovenOrigin } from "../origin";
import { text } from "../read";
import { survey } from "../survey";
import { leavesOf } from "../walk";
import { dockerTypes, type Named } from "./named";

/**
 * Why a name of something on a Docker host cannot be said to be this environment's; nothing where it can. Docker knows no
 * projects, so it is if this stack registers what has the name.
 */
export function unprovenDockerName(
    scope: Scope,
    resource: ResourceFacts,
    property: string,
    kind: Named,
    value: Value,
): string | undefined {
    if (value instanceof Partial) {
        // Text around a reference is another name than the one that is referred to.
        const spelt = value.text !== "" && !isSpeltLikeThat(scope, kind, value);
        return unprovenOrigin(scope, value) ?? (spelt ? nobodyHas(scope, kind) : undefined);
    }
    const name = text(value) ?? "";
    if (registered(scope, kind).byName.has(name)) return undefined;
    const sources = possibleSources(scope, resource, property).filter(({ type }) => type === dockerTypes[kind]);
    if (sources.some((source) => isMadeUp(source, name))) return undefined;
    if (isIdentifier.test(name) && sources.some((source) => !isNamed(resource, source))) return undefined;
    return nobodyHas(scope, kind);
}

/** At its registration a resource is only shown what it refers to: others may be registered before it, or after. */
const nobodyHas = ({ complete }: Scope, kind: Named): string =>
    complete ? `no ${kind} of this stack has its name` : `it refers to no ${kind} of this stack that has its name`;

/** Whether a resource of the stack is given its name in the very same parts. */
function isSpeltLikeThat(scope: Scope, kind: Named, { parts }: Partial): boolean {
    const spelling = JSON.stringify(parts);
    return (survey(scope).byType.get(dockerTypes[kind]) ?? []).some(
        ({ external, inputs: { name } }) =>
            !external && name instanceof Partial && JSON.stringify(name.parts) === spelling,
    );
}

/** A name that Pulumi makes up: https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming */
const madeUp = /^(.+)-[0-9a-f]{7}$/;

export const isMadeUp = (facts: ResourceFacts, written: string): boolean =>
    isNamedByPulumi(facts) && madeUp.exec(written)?.[1] === facts.name;

/** Of one that is being replaced, the engine shows the last name: the next one is another. */
function isNamedByPulumi({ name, inputs }: ResourceFacts): boolean {
    const shown = text(inputs.name);
    return shown === undefined || madeUp.exec(shown)?.[1] === name;
}

/** Networks and containers also go by what the engine calls them. */
const isIdentifier = /^[0-9a-f]{64}$/;

/** What is written by its name here is not meant by its identifier beside it. */
const isNamed = (resource: ResourceFacts, { inputs }: ResourceFacts): boolean =>
    leavesOf(resource).some(({ value }) => value === inputs.name);

/** What of a kind is known by a name, or was given one by Pulumi. */
interface Registered {
    readonly byName: ReadonlyMap<string, ResourceFacts>;
    readonly byLogicalName: ReadonlyMap<string, ResourceFacts>;
}

const known = new WeakMap<readonly ResourceFacts[], Map<Named, Registered>>();

function registered(scope: Pick<Scope, "resources">, kind: Named): Registered {
    let kinds = known.get(scope.resources);
    if (kinds === undefined) {
        kinds = new Map();
        known.set(scope.resources, kinds);
    }
    let found = kinds.get(kind);
    if (found === undefined) {
        const own = (survey(scope).byType.get(dockerTypes[kind]) ?? []).filter(({ external }) => !external);
        const named = (name: (facts: ResourceFacts) => string | undefined) =>
            new Map(own.flatMap((facts) => [[name(facts), facts] as const].filter(isNamedPair)));
        found = {
            byName: named(({ inputs }) => text(inputs.name)),
            byLogicalName: named((facts) => (isNamedByPulumi(facts) ? facts.name : undefined)),
        };
        kinds.set(kind, found);
    }
    return found;
}

const isNamedPair = (pair: readonly [string | undefined, ResourceFacts]): pair is readonly [string, ResourceFacts] =>
    pair[0] !== undefined;

/** The resource of this stack that has a name, as far as a text alone can tell. */
export function registeredAs(scope: Pick<Scope, "resources">, kind: Named, name: string): ResourceFacts | undefined {
    const { byName, byLogicalName } = registered(scope, kind);
    const [, logical = ""] = madeUp.exec(name) ?? [];
    return byName.get(name) ?? byLogicalName.get(logical);
}

/**
 * Why a network or volume that this stack registers may be another environment's. All that the program names begins with
 * the project and the environment; and what is registered by a name that is there already is taken over without a word.
 */
export function takenOver({ urnPrefix, environment }: Scope, { type, inputs }: ResourceFacts): string | undefined {
    if (type !== dockerTypes.network && type !== dockerTypes.volume) return undefined;
    const project = projectOfPrefix(urnPrefix);
    const name = text(inputs.name) ?? "";
    if (project === "" || !name.startsWith(`${project}-`)) return undefined;
    const rest = name.slice(project.length + 1);
    if (rest === environment.name || rest.startsWith(`${environment.name}-`) || !rest.includes("-")) return undefined;
    return "its name is made as another environment of this project makes its names";
}
