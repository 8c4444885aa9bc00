"use strict";
const Module = require("node:module");
const { join } = require("node:path");

/** What Pulumi's runtime index takes from its closure serialiser. */
const functions = {
    "./closure/serializeClosure": ["serializeFunction", "serializeFunctionAsync"],
    "./closure/codePaths": ["computeCodePaths"],
};

/**
 * Pulumi's runtime loads the TypeScript compiler and npm's dependency solver to serialise closures for dynamic
 * providers: 0.25 s in front of every preview, for what hardly any program uses. Here they are loaded when one does.
 */
exports.loadClosuresWhenUsed = () => {
    const { _load: load } = Module;
    const runtime = join("@pulumi", "pulumi", "runtime", "index.js");
    Module._load = function (request, parent, isMain) {
        const names = functions[request];
        if (names === undefined || !parent?.filename?.endsWith(runtime))
            return load.call(this, request, parent, isMain);
        const whenUsed = (name) => [name, (...args) => load.call(this, request, parent, false)[name](...args)];
        return Object.fromEntries(names.map(whenUsed));
    };
};
