import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { RuleCases } from "./cases";

/** The cases of every rule, by the name of their file: `rules/isolation/own-network.ts` are those of own-network. */
export const registry: ReadonlyMap<string, RuleCases> = new Map(
    ["isolation", "hygiene"].flatMap((kind) => {
        const folder = join(__dirname, "rules", kind);
        return readdirSync(folder)
            .filter((file) => file.endsWith(".ts"))
            .map((file) => [file.replace(/\.ts$/, ""), require(join(folder, file)).default as RuleCases] as const);
    }),
);
