#!/usr/bin/env node
"use strict";
// The launcher: plain CommonJS, so that even a Node that is too old can read it and say so.

const oldest = [20, 12];

/** Says what is missing, as JSON too where JSON was asked for, and ends. */
function refuse(message, repair) {
    const words = process.argv.slice(2);
    if (/--format[= ]json\b/.test(words.join(" "))) {
        const errors = [{ stack: "", file: "", line: null, key: "", message, repair }];
        const isolation = { violations: [], shared: [] };
        process.stdout.write(`${JSON.stringify({ project: "", stacks: {}, errors, isolation }, null, 2)}\n`);
    }
    process.stderr.write(`ringfence: ${message}\n${repair}\n`);
    process.exitCode = 1;
}

function installed() {
    try {
        return Boolean(require.resolve("tsx/cjs"));
    } catch {
        return false;
    }
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    refuse(
        `Node.js ${process.versions.node} is too old, ${oldest.join(".")} is the oldest that works`,
        "Install a current Node.js.",
    );
} else if (!installed()) {
    refuse(
        "the packages that it needs are not installed",
        `Run \`npm ci\` in ${require("node:path").dirname(__dirname)}.`,
    );
} else {
    // Keeps compiled code between runs, from Node.js 22 on.
    require("node:module").enableCompileCache?.();
    require("./launch/lazy-closures.cjs").loadClosuresWhenUsed();
    require("./launch/lazy-modules.cjs").loadModulesWhenUsed();
    require("./launch/own-files.cjs").translateOwnFilesOnly();
    require("./cli.ts").main(process.argv.slice(2));
}
