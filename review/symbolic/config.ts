import type { ConfigSource } from "../../environment";
import { isPlaceholder } from "../../environment/stack-file";

/** A stack's configuration as the engine hands it to a program: every value text, objects as JSON. */
export function configOf(source: ConfigSource): {
    readonly config: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly placeholders: readonly string[];
} {
    const placeholders: string[] = [];
    const collect = (value: unknown): void => {
        if (typeof value === "string") {
            if (isPlaceholder(value)) placeholders.push(value);
        } else if (value !== null && typeof value === "object") Object.values(value).forEach(collect);
    };
    collect(source.values);
    return {
        config: Object.fromEntries(
            Object.entries(source.values).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        ),
        secretKeys: [...source.secret],
        placeholders,
    };
}
