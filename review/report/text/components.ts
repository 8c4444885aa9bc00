import type { PlannedResource } from "../../plan";
import { callersIn, type IsOpen } from "./callers";
import { describe } from "./describers";
import { isReal, type Names } from "./names";
import { columnFor, type Paper, row } from "./paper";
import { counted, grouped, spoken } from "./words";

/** A component with what it is made of, or the resources that belong to none. */
interface Part {
    readonly label: string;
    readonly component: PlannedResource | undefined;
    readonly resources: readonly PlannedResource[];
    readonly parts: readonly Part[];
}

/** A stack's components as a tree, each with what it is and how much it takes. */
export function components(names: Names, paper: Paper, verbose: boolean): readonly string[] {
    const parts = partsOf(names);
    const isOpen = callersIn(names.plan.resources);
    const column = columnFor(paper, labelsOf(parts, 1));
    return parts.flatMap((part, index) => branch(part, "", index === parts.length - 1));

    function branch(part: Part, rail: string, isLast: boolean): string[] {
        const first = rail + (isLast ? paper.signs.lastBranch : paper.signs.branch);
        const following = rail + (isLast ? "   " : paper.signs.rail);
        const inner = part.parts.flatMap((below, index) => branch(below, following, index === part.parts.length - 1));
        const line = row(paper, column, { rail: [first, following], label: part.label, text: summary(part, isOpen) });
        const listed = verbose
            ? part.resources.flatMap((resource) => resourceLine(resource, following, names, paper))
            : [];
        return [...line, ...listed, ...inner];
    }
}

function summary({ component, resources, parts }: Part, isOpen: IsOpen): string {
    const said = component === undefined ? [] : describe([component], isOpen);
    if (resources.length === 0) return parts.length > 0 ? "" : said.join(", ") || "nothing";
    // In a cloud a resource says it; of containers none does.
    const own = resources.some(({ facts }) => facts.type.startsWith("docker:")) ? said : [];
    const phrases = [...own, ...describe(resources, isOpen)];
    return phrases.length === 0
        ? countsByType(resources)
        : `${phrases.join(", ")} ·\u00a0${resources.length}\u00a0${resources.length === 1 ? "resource" : "resources"}`;
}

/** `2 secrets, 1 topic` */
function countsByType(resources: readonly PlannedResource[]): string {
    const byNoun = grouped(resources, ({ facts }) => nounOf(facts.type));
    return [...byNoun].map(([noun, { length }]) => counted(length, noun)).join(", ");
}

/** Types whose last word says too little. */
const nouns: Readonly<Record<string, string>> = {
    "gcp:projects/service:Service": "API",
    "gcp:servicenetworking/connection:Connection": "private services connection",
    "gcp:cloudrunv2/service:Service": "Cloud Run service",
};

/** `gcp:cloudrunv2/serviceIamMember:ServiceIamMember` is a `service IAM member`. */
const nounOf = (type: string): string => nouns[type] ?? spoken(type.slice(type.lastIndexOf(":") + 1));

function resourceLine(resource: PlannedResource, rail: string, names: Names, paper: Paper): string[] {
    const { facts } = resource;
    const component = names.component(facts.urn);
    const whole = names.label(facts.urn);
    const prefix = component === undefined ? "" : `${names.label(component.facts.urn)}/`;
    const marks = [facts.external ? "read only, managed elsewhere" : "", facts.protect ? "protected" : ""].filter(
        Boolean,
    );
    const text = [facts.type, ...marks].join(", ");
    const column = Math.floor(paper.columns * 0.4);
    return row(paper, column, { rail: [`${rail}  `, `${rail}  `], label: whole.slice(prefix.length), text }, "dim");
}

function partsOf(names: Names): readonly Part[] {
    const owned = grouped(
        names.plan.resources.filter(isReal),
        ({ facts }) => names.component(facts.urn)?.facts.urn ?? "",
    );
    const within = grouped(names.components, (component) => names.around(component)?.facts.urn ?? "");
    const below = (urn: string): Part[] =>
        (within.get(urn) ?? []).map((component) => ({
            label: names.label(component.facts.urn).split("/").at(-1) ?? component.facts.name,
            component,
            resources: owned.get(component.facts.urn) ?? [],
            parts: below(component.facts.urn),
        }));
    const alone = owned.get("") ?? [];
    return [
        ...below(""),
        ...(alone.length > 0 ? [{ label: "(by itself)", component: undefined, resources: alone, parts: [] }] : []),
    ];
}

function labelsOf(parts: readonly Part[], depth: number): readonly string[] {
    return parts.flatMap(({ label, parts: inner }) => [" ".repeat(3 * depth) + label, ...labelsOf(inner, depth + 1)]);
}
