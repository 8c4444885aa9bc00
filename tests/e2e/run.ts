import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run test:e2e`: the program under the real engine, in three parts, each of which says what it needs:
 *   previews   all stacks of the root project, previewed; `previews --up STACK` also makes one (see there)
 *   docker     the laptop's stack on a real Docker Engine: up, calls held through a release, backup and restore, down
 *   ssh        the same on a host that is reached over SSH: this one, by an sshd of its own
 * Named parts alone run: `npm run test:e2e -- docker`. Status 0: all agree; 1: something does not; 77: nothing does not,
 * but not all could be tried.
 */
const parts = ["previews", "docker", "ssh"];
const notTested = 77;

const words = process.argv.slice(2);
const [named = ""] = words;
if (named !== "" && !parts.includes(named)) {
    process.stderr.write(`test:e2e takes nothing, or one of ${parts.join(", ")}\n`);
    process.exit(1);
}
const statuses = (named === "" ? parts : [named]).map((part) => {
    process.stdout.write(`\n${part}\n`);
    const [file, ...more] = part === "ssh" ? ["docker.ts", "--ssh"] : [`${part}.ts`];
    const told = ["--import", "tsx", join(__dirname, file ?? part), ...more, ...words.slice(1)];
    return spawnSync(process.execPath, told, { stdio: "inherit" }).status;
});
process.exitCode = statuses.every((status) => status === 0)
    ? 0
    : statuses.every((status) => status === 0 || status === notTested)
      ? notTested
      : 1;
