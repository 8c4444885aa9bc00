import { existsSync } from "node:fs";
import { join } from "node:path";
import { measure, median, minimum, root, type Sample } from "./measure";

/**
 * `npm run bench`: what a preview costs, as ratios within one run, because machines differ and drift.
 * BENCH_RUNS sets how often each command is run (default 7; the growth series 3).
 */
const runs = Number(process.env.BENCH_RUNS ?? 7);
const sdks = ["@pulumi/gcp", "@pulumi/cloudflare", "@pulumi/docker", "@pulumi/kubernetes"];
const bareImport = ["-e", sdks.map((name) => `require(${JSON.stringify(name)})`).join(";")];
const bin = join(root, "review", "bin.cjs");
/** The environments; the laptop's stack is none of them. */
const stacks = ["beta", "staging", "main"].flatMap((stack) => ["--stack", stack]);
const preview = [bin, "preview", "--format", "json", ...stacks];

function table(rows: readonly (readonly string[])[]): void {
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    for (const row of rows) {
        process.stdout.write(
            `${row
                .map((cell, column) => cell.padEnd(widths[column] ?? 0))
                .join("  ")
                .trimEnd()}\n`,
        );
    }
}
const ms = (value: number) => `${Math.round(value)} ms`;
const times = (value: number) => `${value.toFixed(2)} x`;

function againstImport(): void {
    measure(preview); // warms the transpiler's cache, as any second run finds it
    const imports: Sample[] = [];
    const previews: Sample[] = [];
    for (let run = 0; run < runs; run++) {
        imports.push(measure(bareImport));
        previews.push(measure(preview));
    }
    const walls = (samples: readonly Sample[]) => samples.map(({ wall }) => wall);
    const ratios = previews.map(({ wall }, run) => wall / (imports[run]?.wall ?? Number.NaN));
    process.stdout.write(
        `Preview of the three environments with rules, against the bare import of the four provider SDKs (${runs} runs)\n`,
    );
    table([
        ["", "minimum", "median"],
        ["import", ms(minimum(walls(imports))), ms(median(walls(imports)))],
        ["preview", ms(minimum(walls(previews))), ms(median(walls(previews)))],
        ["ratio", times(minimum(ratios)), `${times(median(ratios))}   target: at most 2.5 x`],
    ]);
}

function growth(): void {
    const sizes = [100, 1000, 5000];
    const repeats = Math.max(1, Math.min(3, runs));
    const project = join(root, "tests", "bench", "growth");
    const sample = (size: number) =>
        measure([bin, "preview", "--format", "json", "--project", project], { BENCH_RESOURCES: String(size) });
    const empty = median(Array.from({ length: repeats }, () => sample(0).wall));
    const rows = sizes.map((size) => {
        const samples = Array.from({ length: repeats }, () => sample(size));
        const wall = median(samples.map((one) => one.wall));
        return { size, wall, memory: median(samples.map((one) => one.memory)), each: (wall - empty) / size };
    });
    const [first] = rows;
    process.stdout.write(`\nGrowth of one stack (${repeats} runs each; an empty one takes ${ms(empty)})\n`);
    table([
        ["resources", "median", "peak memory", "each", "against 100"],
        ...rows.map(({ size, wall, memory, each }) => [
            String(size),
            ms(wall),
            `${Math.round(memory)} MiB${size === 1000 ? " (target: at most 512)" : ""}`,
            `${each.toFixed(2)} ms`,
            times(each / (first?.each ?? Number.NaN)),
        ]),
    ]);
}

if (!existsSync(join(root, "node_modules"))) throw new Error("run `npm ci` first");
againstImport();
growth();
