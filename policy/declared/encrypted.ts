import type { Environment } from "../../environment";
import { services } from "../../environment/defaults";
import { placeholderPattern } from "../../environment/not-supplied";
import { pieces } from "../views/pieces";
import type { Variable } from "../views/variable";

const known = new WeakMap<Environment, ReadonlySet<string>>();

/**
 * Whether a text is, or holds, a value that the stack file holds encrypted: one of `secrets`, or a variable of a service
 * whose variables are sealed. A platform without a vault can only hand it over as it is.
 */
export function isDeclaredSecret(environment: Environment, { value }: Pick<Variable, "value">): boolean {
    const text = pieces(value).text;
    if (placeholderPattern.test(text)) return true;
    let values = known.get(environment);
    if (values === undefined) {
        values = new Set(valuesOf(environment));
        known.set(environment, values);
    }
    if (values.has(text)) return true;
    const passwords = [...text.matchAll(passwordInAddress)].map(([, password = ""]) => password);
    if (passwords.length > 0 && passwords.every((password) => values.has(password))) return true;
    return [...values].some((secret) => secret.length >= leastTold && text.includes(secret));
}

/** A shorter one may be found in any text, and is only known where a password stands: one of a database that is adopted. */
const leastTold = 8;
const passwordInAddress = /:\/\/[^/\s:@]*:([^/\s@]+)@/gu;

function valuesOf(environment: Environment): readonly string[] {
    return [
        ...Object.values(environment.secrets).flatMap(({ value }) => value ?? []),
        ...services.flatMap((service) =>
            environment.encrypted.has(service) ? Object.values(environment[service].variables) : [],
        ),
    ]
        .filter((value) => value !== "")
        .flatMap((value) => [value, encodeURIComponent(value)]);
}
