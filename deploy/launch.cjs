"use strict";
const { dirname } = require("node:path");

/** Starts a command line of this folder. Plain CommonJS, so that it can say what is missing before anything is translated. */
exports.launch = (called, file) => {
    try {
        require.resolve("tsx/cjs");
    } catch {
        const repair = `Run \`npm ci\` in ${dirname(__dirname)}.`;
        process.stderr.write(`${called}: the packages that it needs are not installed\n${repair}\n`);
        process.exitCode = 1;
        return;
    }
    require("tsx/cjs");
    require(file).main(process.argv.slice(2));
};
