/** What a part of the configuration contributes to a service: variables in clear, and the names of its secrets. */
export interface Settings {
    readonly clear: Readonly<Record<string, string>>;
    readonly secret: readonly string[];
}

/** Those of `values` that are there, as the text that a process gets. */
export function texts(values: Readonly<Record<string, string | number | boolean | undefined>>): Record<string, string> {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

export const inClear = (values: Parameters<typeof texts>[0]): Settings => ({ clear: texts(values), secret: [] });
export const nothing: Settings = { clear: {}, secret: [] };

export const together = (...parts: readonly Settings[]): Settings => ({
    clear: Object.assign({}, ...parts.map(({ clear }) => clear)),
    secret: parts.flatMap(({ secret }) => secret),
});
