/** A place in a stack's configuration: the full config key (`ringfence:gateway`), then the way down from it. */
export type ConfigPath = readonly (string | number)[];

const plainSegment = /^[A-Za-z_][\w-]*$/;

/** As `pulumi config set --path` writes it: `ringfence:integrations.salesforce.access`, `ringfence:api.args[0]`. */
export function keyText([key = "", ...below]: ConfigPath): string {
    const segment = (part: string | number) =>
        typeof part === "number" ? `[${part}]` : plainSegment.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
    return key + below.map(segment).join("");
}

/** Whether `path` is `ancestor` or lies below it. */
export const isWithin = (path: ConfigPath, ancestor: ConfigPath): boolean =>
    ancestor.length <= path.length && ancestor.every((segment, index) => segment === path[index]);

/** The value at a path, where there is one; a key that an object merely inherits is none. */
export function valueAt(root: unknown, path: ConfigPath): unknown {
    let value = root;
    for (const segment of path) {
        if (value === null || typeof value !== "object" || !Object.hasOwn(value, segment)) return undefined;
        value = (value as Record<string | number, unknown>)[segment];
    }
    return value;
}
