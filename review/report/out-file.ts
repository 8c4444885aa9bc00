import {
    accessSync,
    chmodSync,
    constants,
    realpathSync,
    renameSync,
    rmSync,
    type Stats,
    statSync,
    writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A result that could not be kept. */
export class OutFileError extends Error {
    override readonly name = "OutFileError";
    constructor(
        message: string,
        readonly repair: string,
    ) {
        super(message);
    }
}

/**
 * Writes the whole file or nothing: beside it first, then in its place. What is no plain file (a pipe, `/dev/stdout`) is
 * written to as it is. `named` is the file as the user wrote it.
 */
export function writeOutFile(named: string, file: string, content: string): void {
    try {
        const found = statsOf(file);
        if (found !== undefined && !found.isFile()) writeFileSync(file, content);
        // A link stays a link: what it points to is replaced.
        else replace(found === undefined ? file : realpathSync(file), content, found?.mode);
    } catch (error) {
        throw outFileError(named, error);
    }
}

function replace(file: string, content: string, mode: number | undefined): void {
    const draft = join(dirname(file), `.${basename(file)}.${process.pid}.draft`);
    try {
        writeFileSync(draft, content, { flag: "wx" });
        if (mode !== undefined) chmodSync(draft, mode);
        renameSync(draft, file);
    } catch (error) {
        rmSync(draft, { force: true });
        throw error;
    }
}

/** Says before the work what would fail after it. */
export function checkOutFile(named: string, file: string): void {
    try {
        if (statsOf(file)?.isDirectory()) throw fault("EISDIR");
        const directory = statsOf(dirname(file));
        if (directory === undefined) throw fault("ENOENT");
        if (!directory.isDirectory()) throw fault("ENOTDIR");
        accessSync(statsOf(file) === undefined ? dirname(file) : file, constants.W_OK);
    } catch (error) {
        throw outFileError(named, error);
    }
}

const statsOf = (file: string): Stats | undefined => statSync(file, { throwIfNoEntry: false });
const fault = (code: string): Error => Object.assign(new Error(code), { code });

const elsewhere = "Name a file that you may write to.";
const reasons: Readonly<Record<string, (named: string) => readonly [reason: string, repair: string]>> = {
    ENOENT: (named) => [
        `there is no directory ${dirname(named)}`,
        `Make it (\`mkdir -p ${dirname(named)}\`), or name another file.`,
    ],
    ENOTDIR: (named) => [`${dirname(named)} is no directory`, "Name a file in a directory."],
    EISDIR: (named) => ["it is a directory", `Name a file in it, such as ${join(named, "review.json")}.`],
    EACCES: () => ["you may not write there", elsewhere],
    EPERM: () => ["you may not write there", elsewhere],
    EROFS: () => ["its disk is read-only", elsewhere],
    ENOSPC: () => ["its disk is full", "Make room, or name a file on another disk."],
};

function outFileError(named: string, error: unknown): OutFileError {
    const { code = "", message = String(error) } = error as { code?: string; message?: string };
    const [reason, repair] = reasons[code]?.(named) ?? [message, elsewhere];
    return new OutFileError(`--out ${named} cannot be written: ${reason}`, repair);
}
