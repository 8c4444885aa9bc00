import type { Urn } from "../../../policy/facts";
import type { PlannedResource, StackPlan } from "../../plan";
import { grouped } from "./words";

/** Resources of one stack under names that a person would use: `database/password` instead of the URN. */
export class Names {
    readonly #byUrn: ReadonlyMap<Urn, PlannedResource>;
    /** Components that say nothing of what is in them: the one that is the whole program, the only content of another. */
    readonly #transparent: ReadonlySet<PlannedResource>;
    /** How many resources of each type a component has. */
    readonly #siblings = new Map<string, number>();

    constructor(readonly plan: StackPlan) {
        this.#byUrn = new Map(plan.resources.map((resource) => [resource.facts.urn, resource]));
        this.#transparent = transparentIn(plan.resources);
        for (const resource of plan.resources) {
            const kind = this.#kind(resource);
            this.#siblings.set(kind, (this.#siblings.get(kind) ?? 0) + 1);
        }
    }

    resource(urn: Urn): PlannedResource | undefined {
        return this.#byUrn.get(urn);
    }

    /** The components that tell something. */
    get components(): readonly PlannedResource[] {
        return this.plan.resources.filter((resource) => this.#tells(resource));
    }

    /** The component that a resource is a part of, itself where it is one; none for what stands alone in the stack. */
    component(urn: Urn): PlannedResource | undefined {
        for (let found = this.resource(urn); found !== undefined; found = this.#parent(found)) {
            if (this.#tells(found)) return found;
        }
        return undefined;
    }

    /** The component around a component. */
    around({ facts }: PlannedResource): PlannedResource | undefined {
        return facts.parent === undefined ? undefined : this.component(facts.parent);
    }

    /** Names from the outermost component inwards, what each repeats of the one around it left out. */
    label(urn: Urn): string {
        const resource = this.resource(urn);
        if (resource === undefined) return foreignLabel(urn, this.plan.stack);
        return this.#path(resource).join("/") || resource.facts.name;
    }

    /** Whether it is the only one of its type in its component, so that the component's name is enough. */
    isOnly(resource: PlannedResource): boolean {
        return this.#siblings.get(this.#kind(resource)) === 1;
    }

    #path(resource: PlannedResource): readonly string[] {
        const parent = this.#parent(resource);
        if (isStack(resource)) return [];
        if (parent === undefined) return [resource.facts.name];
        if (this.#transparent.has(resource)) return this.#path(parent);
        return [...this.#path(parent), ownPart(resource.facts.name, parent.facts.name)];
    }

    #tells(resource: PlannedResource): boolean {
        return isComponent(resource) && !this.#transparent.has(resource);
    }

    #kind({ facts }: PlannedResource): string {
        return `${this.component(facts.urn)?.facts.urn ?? ""} ${facts.type}`;
    }

    #parent({ facts }: PlannedResource): PlannedResource | undefined {
        return facts.parent === undefined ? undefined : this.resource(facts.parent);
    }
}

function transparentIn(resources: readonly PlannedResource[]): ReadonlySet<PlannedResource> {
    const children = grouped(resources, ({ facts }) => facts.parent ?? "");
    const components = resources.filter(isComponent);
    const stack = resources.find(isStack)?.facts.urn ?? "";
    const outermost = (children.get(stack) ?? []).filter(isComponent);
    const inside = ({ facts }: PlannedResource) => children.get(facts.urn) ?? [];
    return new Set([
        ...outermost.filter((component) => outermost.length === 1 && inside(component).some(isComponent)),
        ...components.flatMap(inside).filter((child) => {
            const siblings = children.get(child.facts.parent ?? "") ?? [];
            return isComponent(child) && siblings.length === 1;
        }),
    ]);
}

export const isStack = ({ facts }: PlannedResource): boolean => facts.type === "pulumi:pulumi:Stack";
const isComponent = (resource: PlannedResource): boolean => resource.component && !isStack(resource);
const isProvider = ({ facts }: PlannedResource): boolean => facts.type.startsWith("pulumi:providers:");

/** What a platform is asked for, or asked about: no component, no provider. */
export const isReal = (resource: PlannedResource): boolean =>
    !resource.component && !isStack(resource) && !isProvider(resource);

/** What the platforms are asked to make or keep: not what is only read. */
export const managed = (resources: readonly PlannedResource[]): readonly PlannedResource[] =>
    resources.filter((resource) => isReal(resource) && !resource.facts.external);

/** A child is named after its parent: of `database-password` in `database` the rest says what it is. */
function ownPart(name: string, parent: string): string {
    return name.startsWith(`${parent}-`) && name.length > parent.length + 1 ? name.slice(parent.length + 1) : name;
}

/** A resource of another stack, or one that the plan does not hold. */
function foreignLabel(urn: Urn, stack: string): string {
    const home = /^urn:pulumi:(.*?)::/.exec(urn)?.[1];
    const name = urn.split("::").at(-1) ?? urn;
    return home === undefined || home === stack ? name : `${home}:${name}`;
}
