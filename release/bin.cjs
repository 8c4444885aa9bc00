#!/usr/bin/env node
// What the workflows ask about a release and write down of it. Run by `node release/bin.cjs`; see `help.ts`.
require("tsx/cjs");
require("./cli").main(process.argv.slice(2));
