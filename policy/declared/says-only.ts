import type { ResourceFacts } from "../facts";

/** Whether a permission says no more than what is declared: a condition could be made from anything. */
export const saysOnly = (inputs: ResourceFacts["inputs"], said: ReadonlySet<string>): boolean =>
    Object.entries(inputs).every(([property, value]) => said.has(property) || value === null);
