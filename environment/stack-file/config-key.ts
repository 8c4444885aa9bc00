import { nearest } from "../nearest";
import { concernNames, namespace } from "../schema/environment";
import { quoted } from "../wording";

export type ConfigKey =
    | { readonly key: string }
    | { readonly key: undefined; readonly message: string; readonly repair: string };

/**
 * A key of a `config:` block in full. `namespace:config:name` is an old form of `namespace:name`. Pulumi gives a key
 * without namespace the project's name for one; where that is not meant to happen, leave `project` out.
 */
export function configKey(written: string, project?: string): ConfigKey {
    const parts = written.split(":");
    const [first = "", second = "", third = ""] = parts;
    if (parts.length === 1 && project !== undefined && first !== "") return { key: `${project}:${first}` };
    if (parts.length === 2 && first !== "" && second !== "") return { key: written };
    if (parts.length === 3 && first !== "" && second === "config" && third !== "") return { key: `${first}:${third}` };
    const meant = nearest(parts.at(-1) ?? "", concernNames);
    return {
        key: undefined,
        message: `the key ${quoted(written)} ${parts.length === 1 ? "has no namespace" : "is no configuration key"}`,
        repair: meant === undefined ? "write namespace:name, e.g. gcp:project" : `write ${namespace}:${meant}`,
    };
}
