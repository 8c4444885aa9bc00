import { type ConfigPath, keyText } from "../config-path";
import type { Fault } from "../fault";
import { type Concern, type Concerns, namespace } from "../schema/environment";

/** What a rule objects to: where, below which concern, what and how to mend it. */
export interface Finding {
    readonly path: readonly [Concern, ...(string | number)[]];
    readonly message: string;
    readonly repair: string;
}

export const finding = (path: Finding["path"], message: string, repair: string): Finding => ({
    path,
    message,
    repair,
});

/** The concerns that a rule needs, checked for themselves, with the stack's name. */
export type Part<Needs extends Concern> = Pick<Concerns, Needs> & { readonly name: string };

/** One rule over several values of an environment, one file. The shape of each single value is the schema's affair. */
export interface EnvironmentRule<Needs extends Concern = Concern> {
    /** Kebab case, unique, the name of the file. */
    readonly name: string;
    /** What the rule demands, in one sentence. */
    readonly demands: string;
    /** Identifiers of docs/requirements.md that the rule guards. */
    readonly requirements: readonly string[];
    /** Concerns without which it cannot judge. */
    readonly needs: readonly Needs[];
    check(environment: Part<Needs>): Iterable<Finding>;
}

/** Types the rule's `check` from its `needs`. */
export const rule = <const Needs extends Concern>(rule: EnvironmentRule<Needs>): EnvironmentRule<Needs> => rule;

/** The faults of one rule, or none while a concern that it needs has faults of its own. */
export function faultsOf(rule: EnvironmentRule, environment: Partial<Concerns> & { readonly name: string }): Fault[] {
    // `optional` concerns are there as undefined once they are checked.
    if (!rule.needs.every((concern) => Object.hasOwn(environment, concern))) return [];
    return [...rule.check(environment as Part<Concern>)].map(({ path: [concern, ...below], message, repair }) => {
        const path: ConfigPath = [`${namespace}:${concern}`, ...below];
        return { key: keyText(path), path, message, repair, rule: rule.name, requirements: rule.requirements };
    });
}
