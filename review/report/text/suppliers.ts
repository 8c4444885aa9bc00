/** Who supplies a secret, and what for. */
export interface Supplier {
    readonly who?: string | undefined;
    readonly purpose?: string | undefined;
}

/** Reads the stack output `secretsToSupply`, by the secret's name and by the variable. Anything else in it is left out. */
export function suppliersIn(outputs: Readonly<Record<string, unknown>>): ReadonlyMap<string, Supplier> {
    const listed = outputs.secretsToSupply;
    if (!Array.isArray(listed)) return new Map();
    return new Map(
        listed.filter(isRecord).flatMap((entry) => {
            const supplier = { who: textOf(entry.suppliedBy), purpose: textOf(entry.purpose) };
            return [entry.secret, entry.variable]
                .filter((key) => typeof key === "string")
                .map((key) => [key, supplier] as const);
        }),
    );
}

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object";
const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
