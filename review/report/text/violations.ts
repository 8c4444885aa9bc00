import type { Violation } from "../../../policy/evaluate";
import type { Level } from "../../../policy/rule";
import type { Review } from "../../plan";
import { Names } from "./names";
import { block, type Paper, type Style } from "./paper";
import { counted, grouped } from "./words";

/** So many findings of one rule are listed unless all are asked for. */
const shownFindings = 4;

const styles: Readonly<Record<Level, Style>> = { mandatory: "red", advisory: "yellow" };
const marks: Readonly<Record<Level, string>> = { mandatory: "✗", advisory: "!" };

/** A stack's violations, mandatory ones first, those of a rule together: what is wrong where, and what to do about it. */
export function violations(
    found: readonly Violation[],
    names: Names,
    paper: Paper,
    verbose: boolean,
): readonly string[] {
    return (["mandatory", "advisory"] as const).flatMap((level) => {
        const ofLevel = found.filter((violation) => violation.level === level);
        if (ofLevel.length === 0) return [];
        const title = level === "mandatory" ? "Broken rules, which stop a deployment" : "Advisories";
        const byRule = grouped(ofLevel, ({ policy }) => policy);
        return [
            "",
            ...block(paper, 2, `${title} (${ofLevel.length})`, "bold"),
            ...[...byRule.values()].flatMap((ofRule) => rule(ofRule, level, names, paper, verbose)),
        ];
    });
}

function rule(found: readonly Violation[], level: Level, names: Names, paper: Paper, verbose: boolean): string[] {
    const [first] = found;
    if (first === undefined) return [];
    const guarded = first.requirements.length === 0 ? "" : `, guards ${first.requirements.join(", ")}`;
    const heading = `${first.policy} (${first.severity}${guarded})`;
    const listed = verbose || found.length <= shownFindings + 1 ? found : found.slice(0, shownFindings);
    const left = found.length - listed.length;
    const byMessage = grouped(listed, ({ message }) => message);
    return [
        ...block(paper, 4, heading, styles[level], `  ${marks[level]}`),
        ...[...byMessage].flatMap(([message, same]) =>
            block(paper, 6, `${same.map(({ urn }) => names.label(urn)).join(", ")}: ${message}`),
        ),
        ...(left > 0 ? block(paper, 6, `and ${counted(left, "resource")} more; --verbose lists all`, "dim") : []),
        ...block(paper, 8, first.repair, "cyan", "      →"),
    ];
}

/** The beginning of a digest is enough to tell it from others. */
const shortDigest = (text: string): string => text.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, "$1…");

/** What breaks the fence between stacks, and what they share on purpose. */
export function isolation(
    { isolation: { violations: found, shared }, plans }: Review,
    paper: Paper,
): readonly string[] {
    const namesByStack = new Map(plans.map((plan) => [plan.stack, new Names(plan)]));
    const label = (urn: string) => {
        const stack = /^urn:pulumi:(.*?)::/.exec(urn)?.[1] ?? "";
        return `${stack}: ${namesByStack.get(stack)?.label(urn) ?? urn.split("::").at(-1)}`;
    };
    const broken = found.flatMap(({ rule: name, stacks, resources, message }) => [
        ...block(paper, 4, `${name} (${stacks.join(", ")})`, "red", "  ✗"),
        ...block(paper, 6, message),
        ...(resources.length === 0 ? [] : block(paper, 6, resources.map(label).join("; "), "dim")),
    ]);
    // Where nothing was planned, what is shared is of no use to the reader.
    const declared = (plans.length === 0 ? [] : shared).flatMap(({ resource, stacks, why }) =>
        block(paper, 4, `${shortDigest(resource)} (${stacks.join(", ")}): ${why}`, undefined, "  ·"),
    );
    return [
        ...(broken.length > 0
            ? ["", paper.style("bold", `Between the environments (${found.length})`), ...broken]
            : []),
        ...(declared.length > 0 ? ["", paper.style("bold", "Shared on purpose"), ...declared] : []),
    ];
}
