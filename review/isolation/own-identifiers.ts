import type { Environment } from "../../environment";
import type { IsolationViolation } from "../plan";
import { type Identifier, identifiersOf } from "./identifiers";

/** No two environments have the same project, host name, Vonage application or database. */
export function ownIdentifiers(environments: readonly Environment[]): readonly IsolationViolation[] {
    const users = new Map<string, { identifier: Identifier; stacks: string[] }>();
    for (const environment of environments) {
        for (const identifier of identifiersOf(environment)) {
            const key = `${identifier.kind}\n${identifier.value.toLowerCase()}`;
            const found = users.get(key);
            if (found === undefined) users.set(key, { identifier, stacks: [environment.name] });
            else if (!found.stacks.includes(environment.name)) found.stacks.push(environment.name);
        }
    }
    return [...users.values()]
        .filter(({ stacks }) => stacks.length > 1)
        .map(({ identifier: { kind, value, key }, stacks }) => ({
            rule: "own-identifiers",
            stacks,
            resources: [],
            message: `${stacks.join(" and ")} have the same ${kind}, ${value}: give each stack its own in ${key}.`,
        }));
}
