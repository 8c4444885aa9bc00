import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { OnceTranslated } from "./once-translated";

/** A Pulumi program on disk, as Pulumi itself would find and run it. */
export interface Program {
    /** Folder that the program runs in. */
    readonly folder: string;
    /** Loads the program afresh and runs it; to be called inside `runInPulumiStack`. */
    readonly run: () => Promise<unknown>;
}

export class ProgramNotFound extends Error {}

/** `main` is the project file's entry: a folder or a file, relative to the project. */
export function findProgram(projectFolder: string, main: string | undefined): Program {
    const path = resolve(projectFolder, main ?? ".");
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) throw new ProgramNotFound(`there is no program at ${path}`);
    const entry = stats.isDirectory() ? entryOf(path) : path;
    const folder = stats.isDirectory() ? path : dirname(path);
    const translated = new OnceTranslated((file) => !file.includes(installed));
    return { folder, run: () => (isModule(folder) ? runModule(entry) : runCommonJs(entry, translated)) };
}

function entryOf(folder: string): string {
    const manifest = readJson(join(folder, "package.json"));
    const named = typeof manifest?.main === "string" ? [manifest.main] : [];
    for (const name of [...named, "index.js", "index.mjs", "index.ts", "index.mts"]) {
        const path = join(folder, name);
        if (existsSync(path) && statSync(path).isFile()) return path;
    }
    throw new ProgramNotFound(`there is no index.ts or index.js in ${folder}`);
}

function isModule(folder: string): boolean {
    for (let at = folder; ; at = dirname(at)) {
        const manifest = readJson(join(at, "package.json"));
        if (manifest !== undefined) return manifest.type === "module";
        if (dirname(at) === at) return false;
    }
}

function readJson(path: string): Record<string, unknown> | undefined {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>) : undefined;
}

const installed = `${sep}node_modules${sep}`;

/**
 * Programs may read their configuration or make resources while they are loaded, so every stack loads the program's own
 * files again; installed packages, and what the review had loaded before, stay.
 */
async function runCommonJs(entry: string, translated: OnceTranslated): Promise<unknown> {
    const before = new Set(Object.keys(require.cache));
    const end = translated.begin();
    try {
        const exported: unknown = require(entry);
        return await (typeof exported === "function" ? exported() : exported);
    } finally {
        end();
        for (const path of Object.keys(require.cache)) {
            if (!before.has(path) && !path.includes(installed)) delete require.cache[path];
        }
    }
}

let runs = 0;
let translator: Promise<unknown> | undefined;

async function runModule(entry: string): Promise<unknown> {
    translator ??= importModule(pathToFileURL(require.resolve("tsx/esm")).href);
    await translator;
    // Module loaders have no cache to clear: a query makes the entry another module each time. What it imports from its
    // own folder is loaded once, so only the entry may work while it is loaded.
    const exported = await importModule(`${pathToFileURL(entry).href}?run=${runs++}`);
    const program = "default" in exported ? exported.default : exported;
    return await (typeof program === "function" ? program() : program);
}

/** Node's own `import`, which translation to CommonJS would turn into `require`. */
const importModule = new Function("url", "return import(url)") as (url: string) => Promise<Record<string, unknown>>;
