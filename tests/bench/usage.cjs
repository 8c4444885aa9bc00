// Loaded with --require into a measured process: writes its peak memory where BENCH_USAGE says, when it ends.
const { writeFileSync } = require("node:fs");
process.on("exit", () => writeFileSync(process.env.BENCH_USAGE, String(process.resourceUsage().maxRSS)));
