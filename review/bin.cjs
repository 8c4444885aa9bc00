#!/usr/bin/env node
"use strict";
// The launcher: plain CommonJS, so that even a Node that is too old can read it and say so.
const { sep } = require("node:path");

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

/**
 * tsx translates this program's own files. Those of packages are JavaScript already: read and searched by tsx too, the
 * provider SDKs take twice as long to load (measured: 1.1 s instead of 0.5 s), so they go to Node's own loader.
 */
function translateOwnFilesOnly() {
    const Module = require("node:module");
    const { _resolveFilename: resolve } = Module;
    const load = Module._extensions[".js"];
    require("tsx/cjs");
    const resolveTypeScript = Module._resolveFilename;
    const loadTypeScript = Module._extensions[".js"];
    const packaged = (file) => typeof file === "string" && file.includes(`${sep}node_modules${sep}`);

    Module._resolveFilename = function (request, parent, ...rest) {
        return (packaged(parent?.filename) ? resolve : resolveTypeScript).call(this, request, parent, ...rest);
    };
    Module._extensions[".js"] = (module, file) => {
        if (!packaged(file)) return loadTypeScript(module, file);
        // Stack traces need the source maps of this program only.
        process.setSourceMapsEnabled(false);
        try {
            return load(module, file);
        } finally {
            process.setSourceMapsEnabled(true);
        }
    };
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
    translateOwnFilesOnly();
    require("./cli.ts").main(process.argv.slice(2));
}
