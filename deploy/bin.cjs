#!/usr/bin/env node
"use strict";
// The launcher of `npm run up`.
require("./launch.cjs").launch("up", "./cli.ts");
