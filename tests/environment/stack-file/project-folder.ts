import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { type Environment, keyText } from "../../../environment";
import { type Loaded, loadProject, loadStack, type StackFault, type StackFiles } from "../../../environment/stack-file";
import type { Values } from "../fixtures";

/** The smallest Pulumi.yaml. */
export const projectFile = "name: ringfence\nruntime: nodejs\n";

/** A stack file as Pulumi writes it. */
export const stackFile = (values: Values): string => stringify({ config: values }, { schema: "yaml-1.1" });

/** Folders of one test file, gone after it. */
export function projectFolders() {
    const made: string[] = [];
    after(() => {
        for (const folder of made) rmSync(folder, { recursive: true, force: true });
    });
    return (files: Readonly<Record<string, string | Uint8Array>>): string => {
        const folder = mkdtempSync(join(tmpdir(), "project-"));
        made.push(folder);
        for (const [name, content] of Object.entries(files)) {
            mkdirSync(dirname(join(folder, name)), { recursive: true });
            writeFileSync(join(folder, name), content);
        }
        return folder;
    };
}

/** A stack of a project in a folder, or why it cannot be loaded. */
export function load(folder: string, stack: string): Loaded<StackFiles> {
    const { value: project, errors } = loadProject(folder);
    return project === undefined ? { value: undefined, errors } : loadStack(project, stack);
}

export function environmentIn(folder: string, stack: string): Environment {
    const { value, errors } = load(folder, stack);
    if (value === undefined) throw new Error(errors.map(brief).join("\n"));
    return value.environment;
}

/** `Pulumi.beta.yaml:3 ringfence:tier`, the way a fault is found. */
export function brief({ file, line, key }: StackFault): string {
    const place = file === undefined ? "" : (file.split("/").at(-1) ?? "");
    return `${place}${line === undefined ? "" : `:${line}`}${key === undefined ? "" : ` ${key}`}`;
}

/** Where each encrypted value is, as it is written. */
export const encryptedIn = (stack: StackFiles): readonly string[] => (stack.source.encryptedPaths ?? []).map(keyText);
