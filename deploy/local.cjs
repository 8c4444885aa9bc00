#!/usr/bin/env node
"use strict";
// The launcher of `npm run local` and `npm run local:down`, as bin.cjs is of `npm run up`.

let missing;
try {
    require.resolve("tsx/cjs");
} catch {
    missing = `the packages that it needs are not installed\nRun \`npm ci\` in ${require("node:path").dirname(__dirname)}.`;
}

if (missing === undefined) {
    require("tsx/cjs");
    require("./local/cli.ts").main(process.argv.slice(2));
} else {
    process.stderr.write(`local: ${missing}\n`);
    process.exitCode = 1;
}
