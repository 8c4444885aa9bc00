import type { Urn } from "./facts";
import type { Level, Rule, Scope, Severity } from "./rule";

export interface Violation {
    readonly policy: string;
    readonly level: Level;
    readonly severity: Severity;
    readonly urn: Urn;
    readonly message: string;
    readonly repair: string;
    readonly requirements: readonly string[];
}

export function levelOf(rule: Rule, scope: Pick<Scope, "environment">): Level {
    return typeof rule.level === "function" ? rule.level(scope.environment) : rule.level;
}

/** Every violation of every rule, in the order of the rules. The same sentence about the same resource is said once. */
export function evaluate(rules: readonly Rule[], scope: Scope): readonly Violation[] {
    const violations: Violation[] = [];
    for (const rule of rules) {
        const level = levelOf(rule, scope);
        const said = new Set<string>();
        for (const { urn, message } of rule.check(scope)) {
            const key = `${urn}\n${message}`;
            if (said.has(key)) continue;
            said.add(key);
            violations.push({
                policy: rule.name,
                level,
                severity: rule.severity,
                urn,
                message,
                repair: rule.repair,
                requirements: rule.requirements,
            });
        }
    }
    return violations;
}
