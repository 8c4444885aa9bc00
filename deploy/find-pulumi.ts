import { accessSync, constants } from "node:fs";
import { delimiter, join, sep } from "node:path";

/**
 * A `pulumi` that is installed on this machine. `npm run` puts node_modules/.bin before PATH, and the `pulumi` there only
 * downloads the real one, so it does not count.
 */
export function findPulumi(path = process.env.PATH ?? ""): string | undefined {
    const name = process.platform === "win32" ? "pulumi.exe" : "pulumi";
    return path
        .split(delimiter)
        .filter((folder) => folder !== "" && !folder.includes(`node_modules${sep}.bin`))
        .map((folder) => join(folder, name))
        .find(isExecutable);
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
