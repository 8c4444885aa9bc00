import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { imagesOf, planned } from "./deployment";
import { missing } from "./engine";
import { watchedLaptop } from "./watched";

/**
 * Runs planned containers on a Docker Engine, without Pulumi. Status 0: all that could be tested is as planned, and what
 * could not is named; 77: nothing was tested, because there is no engine or it lacks images; else something is not.
 */
const notTested = 77;
const root = resolve(__dirname, "../..");
const plans = { "laptop.spec.ts": () => planned(root, "local"), "monitoring.spec.ts": () => watchedLaptop(root) };

void (async () => {
    const specs: string[] = [];
    for (const [spec, plan] of Object.entries(plans)) {
        const reason = await missing([...new Set([...imagesOf(await plan()), "node:24-alpine"])]);
        if (reason === undefined) specs.push(`tests/docker/${spec}`);
        else process.stdout.write(`tests/docker/${spec} is not run: ${reason}\n`);
    }
    if (specs.length === 0) process.exit(notTested);
    const mocha = ["--no-config", "--require", "./tests/register.cjs", "--timeout", "300000", ...specs];
    const { status } = spawnSync(process.execPath, [require.resolve("mocha/bin/mocha.js"), ...mocha], {
        cwd: root,
        stdio: "inherit",
    });
    process.exit(status ?? 1);
})();
