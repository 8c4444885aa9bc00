import { kindOf } from "../wording";
import { type ConfigBlock, configBlock, type Entry } from "./config-block";
import { configKey } from "./config-key";
import type { PlainDocument } from "./plain";
import type { Problem } from "./stack-fault";

/** The keys that describe a value in Pulumi.yaml: https://www.pulumi.com/docs/iac/concepts/config/#project-level-configuration */
const declaration = ["type", "items", "description", "secret", "default", "value"];

/** The `config:` of Pulumi.yaml: values for all stacks, each of which a stack file may override as a whole. */
export function projectConfig(file: string, project: string, document: PlainDocument): ConfigBlock {
    const { value: root, lineAt } = document;
    const problems: Problem[] = [];
    const entries: Entry[] = [];
    const config = Object.hasOwn(root, "config") ? root.config : null;
    if (typeof config === "number" || typeof config === "boolean" || Array.isArray(config))
        problems.push({
            line: lineAt(["config"]),
            key: "config",
            message: `${kindOf(config)} stands here, no map of keys`,
            repair: "write the configuration keys below `config:`, indented",
        });
    else if (config !== null && typeof config === "object")
        for (const [written, declared] of Object.entries(config)) {
            const place = ["config", written];
            const named = configKey(written, project);
            const fault = named.key === undefined ? named : declarationFault(named.key, project, declared);
            if (fault !== undefined) problems.push({ line: lineAt(place), ...fault, key: named.key ?? written });
            else if (named.key !== undefined) entries.push(...entryOf(named.key, place, declared));
        }
    return configBlock(file, entries, document, problems);
}

type Complaint = Pick<Problem, "message" | "repair">;

/** What the engine refuses in a declaration. */
function declarationFault(key: string, project: string, declared: unknown): Complaint | undefined {
    if (declared === null) return { message: "nothing stands here", repair: "write a value" };
    if (typeof declared !== "object" || Array.isArray(declared)) return undefined;
    const stray = Object.keys(declared).filter((name) => !declaration.includes(name));
    if (stray.length > 0)
        return {
            message: "in Pulumi.yaml, a map describes the value and is not the value",
            repair: "put it below `value:`",
        };
    if ("default" in declared && "value" in declared)
        return { message: "both `default` and `value` stand here", repair: "keep `value`" };
    if (!key.startsWith(`${project}:`) && ("default" in declared || "type" in declared))
        return {
            message: "Pulumi takes `type` and `default` for keys of the project's own namespace only",
            repair: "write `value:`, which a stack file may override just as well",
        };
    return undefined;
}

function entryOf(key: string, place: readonly string[], declared: unknown): readonly Entry[] {
    if (declared === null || typeof declared !== "object" || Array.isArray(declared))
        return [{ key, place, value: declared }];
    return ["value", "default"]
        .filter((name) => Object.hasOwn(declared, name))
        .map((name) => ({ key, place: [...place, name], value: (declared as Record<string, unknown>)[name] }));
}
