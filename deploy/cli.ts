import { captureProgram, runProgram } from "./child";
import { pulumiToRun } from "./pulumi";
import type { Surroundings } from "./surroundings";
import { up } from "./up";

/** Runs `npm run up` in this process and leaves its exit status behind. */
export function main(words: readonly string[]): void {
    void up(words, around()).then((status) => {
        process.exitCode = status;
    });
}

export function around(): Surroundings {
    const { stdout, stderr, env } = process;
    return {
        directory: process.cwd(),
        env,
        colour: stderr.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
        say: (text) => void stderr.write(text),
        answer: (text) => void stdout.write(text),
        pulumi: () => pulumiToRun(env),
        run: runProgram,
        capture: captureProgram,
        pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    };
}
