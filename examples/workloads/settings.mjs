import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** The variable `name`, or the content of the file that `name`_FILE points to. */
export function setting(name) {
    const file = process.env[`${name}_FILE`];
    return file ? readFileSync(file, "utf8").trim() : process.env[name] || undefined;
}

/** The same, where there must be one. */
export function demanded(name) {
    const value = setting(name);
    if (value === undefined) {
        throw new Error(`${name} or ${name}_FILE must say it`);
    }
    return value;
}

export function seconds(name, otherwise) {
    const value = Number(setting(name) ?? otherwise);
    if (!(value >= 0)) {
        throw new Error(`${name} must be a number of seconds, not ${setting(name)}`);
    }
    return value;
}

/** What each process tells of itself. */
export const self = {
    environment: setting("ENVIRONMENT") ?? "unknown",
    tier: setting("TIER") ?? "unknown",
    instance: hostname(),
    node: process.version,
};

export const log = (message, more = {}) =>
    console.log(JSON.stringify({ time: new Date().toISOString(), message, ...more }));
