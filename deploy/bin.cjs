#!/usr/bin/env node
"use strict";
// The launcher of `npm run up`: plain CommonJS, so that it can say what is missing before anything is translated.

let missing;
try {
    require.resolve("tsx/cjs");
} catch {
    missing = `the packages that it needs are not installed\nRun \`npm ci\` in ${require("node:path").dirname(__dirname)}.`;
}

if (missing === undefined) {
    require("tsx/cjs");
    require("./cli.ts").main(process.argv.slice(2));
} else {
    process.stderr.write(`up: ${missing}\n`);
    process.exitCode = 1;
}
