"use strict";
const Module = require("node:module");
const { join } = require("node:path");

/** What packages load for all their users, and hardly any looks into: by the request, the files that make it. */
const modules = new Map([
    // Pulumi's Automation API, with what it needs to call a command line: 25 ms.
    ["./automation", [join("@pulumi", "pulumi", "index.js")]],
    // zod's messages in 60 languages: 30 ms. English is loaded apart.
    ["../locales/index.cjs", [join("zod", "v4", "classic", "external.cjs"), join("zod", "v4", "core", "index.cjs")]],
]);

/** Loads these modules when something is taken from them, and not in front of every preview. */
exports.loadModulesWhenUsed = () => {
    const { _load: load } = Module;
    Module._load = function (request, parent, isMain) {
        const isLazy = modules.get(request)?.some((file) => parent?.filename?.endsWith(file));
        return isLazy
            ? whenUsed(() => load.call(this, request, parent, false))
            : load.call(this, request, parent, isMain);
    };
};

/** Stands for a module; only that it is one translated from an ES module is known without loading it. */
function whenUsed(load) {
    let loaded;
    const module = () => {
        loaded ??= load();
        return loaded;
    };
    return new Proxy(
        {},
        {
            get: (_, name) => (name === "__esModule" ? true : module()[name]),
            has: (_, name) => name in module(),
            ownKeys: () => Reflect.ownKeys(module()),
            getOwnPropertyDescriptor: (_, name) => {
                const property = Object.getOwnPropertyDescriptor(module(), name);
                return property === undefined ? undefined : { ...property, configurable: true };
            },
        },
    );
}
