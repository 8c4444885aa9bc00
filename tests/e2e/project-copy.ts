import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const left = /[\\/](node_modules|\.git|\.local)([\\/]|$)/;

/** Copies a project for a try that changes its files, with what is installed there, and without what it has made. */
export function copyProject(root: string, folder: string): void {
    cpSync(root, folder, { recursive: true, filter: (path) => !left.test(path.slice(root.length)) });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}
