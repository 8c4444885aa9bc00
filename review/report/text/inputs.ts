import { type Fields, field, figure, text } from "../../../policy/views/read";
import type { PlannedResource } from "../../plan";

/**
 * Inputs as they are printed, in which secrets are masked already: the report never reads the bare ones, save for what
 * they refer to. A path is `settings.backupConfiguration.enabled`.
 */
type Printed = PlannedResource["inputs"];

export const valueAt = (inputs: Printed, path: string) => field(inputs as Fields, ...path.split("."));
export const numberAt = (inputs: Printed, path: string): number | undefined => figure(valueAt(inputs, path));

/** Text that is wholly known. */
export function textAt(inputs: Printed, path: string): string | undefined {
    const value = text(valueAt(inputs, path));
    return value?.includes("${") ? undefined : value;
}
