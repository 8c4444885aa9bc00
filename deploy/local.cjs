#!/usr/bin/env node
"use strict";
// The launcher of `npm run local` and `npm run local:down`.
require("./launch.cjs").launch("local", "./local/cli.ts");
