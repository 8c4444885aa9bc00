import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { imagesOf, planned } from "./deployment";
import { missing } from "./engine";
import { watchedLaptop } from "./watched";

/**
 * Runs planned containers on a Docker Engine, without Pulumi. Status 0: all is as planned; 77: nothing was tested, because
 * there is no engine or it lacks an image; else something is not.
 */
const notTested = 77;
const root = resolve(__dirname, "../..");

void (async () => {
    const plans = [await planned(root, "local"), await watchedLaptop(root)];
    const reason = await missing([...new Set(plans.flatMap(imagesOf)), "node:24-alpine"]);
    if (reason !== undefined) {
        process.stdout.write(`tests/docker tested nothing: ${reason}\n`);
        process.exit(notTested);
    }
    const mocha = ["--no-config", "--require", "./tests/register.cjs", "--timeout", "300000", "tests/docker/*.spec.ts"];
    const { status } = spawnSync(process.execPath, [require.resolve("mocha/bin/mocha.js"), ...mocha], {
        cwd: root,
        stdio: "inherit",
    });
    process.exit(status ?? 1);
})();
