import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { shownPath } from "./shown-path";
import type { StackFault } from "./stack-fault";

export interface StackFileName {
    /** The stack's name. */
    readonly name: string;
    readonly path: string;
    /** The path as it is shown to people. */
    readonly file: string;
}

const projectFileNames = ["Pulumi.yaml", "Pulumi.yml"];

/** The file that makes a folder a Pulumi project. */
export const findProjectFile = (folder: string): string | undefined =>
    projectFileNames.map((name) => join(folder, name)).find((path) => existsSync(path));

/** Why a folder is no Pulumi project. */
export function noProject(directory: string): StackFault {
    const folder = resolve(directory);
    const shown = shownPath(folder);
    const repair = "name the folder that Pulumi.yaml is in";
    if (!existsSync(folder)) return { stack: "", message: `there is no folder ${shown}`, repair };
    if (!isFolder(folder))
        return {
            stack: "",
            message: `${shown} is no folder`,
            repair: `write ${dirname(shown)}, if the project is there`,
        };
    return {
        stack: "",
        file: join(shown, "Pulumi.yaml"),
        message: `${shown} is no Pulumi project: there is no ${projectFileNames.join(" and no ")} in it`,
        repair,
    };
}

/**
 * The stack files in a folder, in the order of their names. Pulumi looks for the ending that Pulumi.yaml has; a stack
 * that has only a file of the other ending is found too, to be told about.
 */
export function findStackFiles(folder: string, ending: string): readonly StackFileName[] {
    const matches = namesIn(folder).flatMap((fileName) => {
        const [, name] = /^Pulumi\.([\w.-]+)\.ya?ml$/.exec(fileName) ?? [];
        const path = join(folder, fileName);
        return name === undefined ? [] : [{ name, path, file: shownPath(path) }];
    });
    const read = new Set(matches.filter(({ path }) => extname(path) === ending).map(({ name }) => name));
    return matches
        .filter(({ name, path }) => extname(path) === ending || !read.has(name))
        .sort((a, b) => (basename(a.path) < basename(b.path) ? -1 : 1));
}

/** A folder that cannot be read has no files as far as this program is concerned. */
function namesIn(folder: string): readonly string[] {
    try {
        return readdirSync(folder);
    } catch {
        return [];
    }
}

function isFolder(path: string): boolean {
    try {
        return statSync(path).isDirectory();
    } catch {
        return false;
    }
}
