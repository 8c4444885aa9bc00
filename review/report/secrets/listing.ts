import type { StackPlan } from "../../plan";
import { type Content, type Kept, type Reader, secretsIn } from "../../secrets/inventory";
import { type Supply, supplyOf } from "../../secrets/supply";
import { commonest } from "../text/commonest";
import { originsOf } from "../text/flow";
import { textAt } from "../text/inputs";
import { Names } from "../text/names";
import { suppliersIn } from "../text/suppliers";
import { once } from "../text/words";

/** The secrets of a stack, as both reports tell them. No value is among it. */
export interface Listing {
    /** Somebody brings these. */
    readonly toSupply: readonly ToSupply[];
    /** These get their values without anybody's help. */
    readonly settled: readonly Settled[];
}
interface Listed {
    readonly secret: string;
    readonly keptBy: Kept["by"];
    /** The vault's project; "" where there is no vault. */
    readonly project: string;
    readonly variables: readonly string[];
    readonly readers: readonly Reader[];
    /** Time between two rotations in seconds, `7776000s`; "" where it is not rotated. */
    readonly rotatedEvery: string;
}
export interface ToSupply extends Listed {
    readonly suppliedBy: string;
    readonly purpose: string;
    readonly supply: Supply;
}
export interface Settled extends Listed {
    readonly content: Exclude<Content, "supplied">;
    /** Where the value comes from, in words. */
    readonly sources: readonly string[];
}

export function listingOf(plan: StackPlan): Listing {
    const suppliers = suppliersIn(plan.outputs);
    const usual = commonest(plan.resources.map(({ inputs }) => textAt(inputs, "project")));
    const names = new Names(plan);
    const toSupply: ToSupply[] = [];
    const settled: Settled[] = [];
    for (const secret of secretsIn(plan)) {
        const { id, kept, readers, content, rotationPeriod = "" } = secret;
        const variables = once(readers.flatMap((reader) => reader.variables));
        const project = kept.by === "secret-manager" ? (kept.project ?? usual ?? "") : "";
        const listed = { secret: id, keptBy: kept.by, project, variables, readers, rotatedEvery: rotationPeriod };
        if (content === "supplied") {
            const { who = "", purpose = "" } =
                [id, ...variables].map((name) => suppliers.get(name)).find((supplier) => supplier !== undefined) ?? {};
            toSupply.push({ ...listed, suppliedBy: who, purpose, supply: supplyOf(secret, usual) });
        } else settled.push({ ...listed, content, sources: originsOf(secret, names) });
    }
    const byName = (a: Listed, b: Listed) => (a.secret < b.secret ? -1 : a.secret > b.secret ? 1 : 0);
    return { toSupply: toSupply.sort(byName), settled: settled.sort(byName) };
}
