import { around } from "../cli";
import { local } from "./local";

/** Runs `npm run local` in this process and leaves its exit status behind. */
export function main(words: readonly string[]): void {
    void local(words, around()).then((status) => {
        process.exitCode = status;
    });
}
