/** Conditions of Cloudflare's rules, of what every plan has: no regular expressions. https://developers.cloudflare.com/ruleset-engine/rules-language/ */

export const anyOf = (conditions: readonly string[]): string => `(${conditions.join(" or ")})`;
export const noneOf = (conditions: readonly string[]): string => `not ${anyOf(conditions)}`;

export const within = (field: string, values: readonly string[]): string =>
    `${field} in {${values.map(text).join(" ")}}`;
export const startsWith = (field: string, value: string): string => `starts_with(${field}, ${text(value)})`;
export const endsWith = (field: string, value: string): string => `ends_with(${field}, ${text(value)})`;

const text = (value: string): string => `"${value.replace(/["\\]/g, "\\$&")}"`;
