import { release } from "./release";
import { ReleaseError } from "./release-error";

/** Runs one command in this process and leaves its exit status behind. */
export function main(words: readonly string[]): void {
    try {
        process.stdout.write(release(words, process.cwd()));
    } catch (error) {
        if (!(error instanceof ReleaseError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
    }
}
