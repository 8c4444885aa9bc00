import { Partial, type ResourceFacts } from "../facts";
import { isSecretVersion } from "./secret";
import type { Variable } from "./variable";

/** What messages call a value. Never the value. */
export function called(resource: ResourceFacts, { name, path, value, file }: Variable): string {
    if (isSecretVersion(resource)) return `The value of the secret "${name}"`;
    if (file !== undefined) return `The file ${file}`;
    if (name !== "") return `The variable ${name}`;
    return value instanceof Partial && value.text === ""
        ? "A variable whose name is not known yet"
        : `The text at ${path}`;
}
