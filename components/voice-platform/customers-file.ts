import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { type Environment, keyText } from "../../environment";
import { UnusableConfiguration } from "./unusable-configuration";

/** Bytes that a version of a secret takes: https://cloud.google.com/secret-manager/quotas#content_limits */
const largest = 64 * 1024;

/**
 * The text of the mock customers' file: in the project's folder, where `Pulumi.yaml` is, or in the program's, where a
 * project that has none of its own finds the usual ones.
 */
export function customersFile({ name, safeguards: { customersFile: file = "" } }: Environment): string {
    const path = [pulumi.runtime.getRootDirectory(), process.cwd()]
        .map((folder) => resolve(folder, file))
        .find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
    const refuse = (message: string, repair: string): never => {
        const key = ["ringfence:safeguards", "customersFile"] as const;
        throw new UnusableConfiguration(name, [{ key: keyText(key), path: key, message, repair }]);
    };
    if (path === undefined)
        return refuse(
            `"${file}" is no file in the project's folder or the program's, and jobs.loadCustomers loads it`,
            "correct the path, put the file there, or take `loadCustomers` out of ringfence:jobs",
        );
    const text = readFileSync(path, "utf8");
    if (Buffer.byteLength(text) > largest)
        return refuse(
            `"${file}" is larger than 64 KiB, more than a job can be handed`,
            "write a file with fewer customers",
        );
    if (!/\n\s*\S/.test(text))
        return refuse(
            `"${file}" holds no customer: a line of column names and one for each customer are needed`,
            "write at least one customer into it",
        );
    return text;
}
