/** One image, several processes: the first argument says which. */
const processes = {
    api: "./api.mjs",
    gateway: "./gateway.mjs",
    web: "./web.mjs",
    migrate: "./migrate.mjs",
    "load-customers": "./customers.mjs",
    "export-anonymised": "./anonymise.mjs",
    seed: "./seed.mjs",
};

const wanted = process.argv[2] ?? "";
if (!Object.hasOwn(processes, wanted)) {
    console.error(`Say what to run: one of ${Object.keys(processes).join(", ")}.`);
    process.exit(64);
}
await import(processes[wanted]);
