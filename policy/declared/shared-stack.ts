import { sharedStacksOf } from "../../environment";
import { Partial, type ResourceFacts, type Urn, type Value } from "../facts";
import type { Scope } from "../rule";
import { urnPrefix as prefixOf, projectOfPrefix } from "../urn";
import { text } from "../views/read";
import { survey } from "../views/survey";
import { variablesOf } from "../views/variable";

/**
 * The exception for what several environments use: the shared stacks that the stack file names, read by the reference that
 * the program makes for each. What they put out may be told to a workload in a variable that is no address of data, and
 * nothing else may be made of it. That such a stack is of the tier shared is said by its own output, which the program
 * asks for, and proven by the review, which sees both stack files.
 */
type Context = Pick<Scope, "environment" | "urnPrefix" | "resources">;

const referenceType = "ringfence:index:VoicePlatform$pulumi:pulumi:StackReference";

/** Whether something comes from a declared shared stack: from the reference to it, or, as the preview sees it, from a resource of it. */
export const isDeclaredShared = (scope: Context, urn: Urn): boolean =>
    isDeclaredReference(scope, urn) || isInDeclaredStack(scope, urn);

/** An engine makes no second resource of the same URN, so nothing written by hand can stand in the reference's place. */
export function isDeclaredReference(scope: Context, urn: Urn): boolean {
    const { environment, urnPrefix } = scope;
    const stack = sharedStacksOf(environment).find(
        (name) => urn === `${urnPrefix}${referenceType}::${environment.name}-${name}`,
    );
    if (stack === undefined) return false;
    // What is only read never passes a registration; where it is there, it must read what it is called after.
    const read = text(survey(scope).byUrn.get(urn)?.inputs.name);
    return read === undefined || read.endsWith(`/${projectOfPrefix(urnPrefix)}/${stack}`);
}

const isInDeclaredStack = ({ environment, urnPrefix }: Context, urn: Urn): boolean =>
    sharedStacksOf(environment).some((stack) => urn.startsWith(prefixOf(stack, projectOfPrefix(urnPrefix))));

/** A value without what a declared shared stack put into it. */
export function apartFromShared(scope: Context, value: Value | undefined): Value | undefined {
    if (!(value instanceof Partial)) return value;
    const parts = value.parts.filter((part) => typeof part === "string" || !isDeclaredShared(scope, part.urn));
    if (parts.length === value.parts.length) return value;
    return parts.some((part) => typeof part !== "string") ? new Partial(parts) : "";
}

/** Whether variables stand in a property, of which the engine tells only what all of it together is made from. */
export const holdsVariables = (resource: ResourceFacts, property: string): boolean =>
    variablesOf(resource).some((variable) => variable.property === property);
