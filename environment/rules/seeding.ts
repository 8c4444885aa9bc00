import { longestSourceName } from "../seeding";
import { quoted } from "../wording";
import { rule } from "./rule";

const tierOf = { source: "production", target: "pre-production" } as const;

export const seeding = rule({
    name: "seeding",
    demands: "Production's PostgreSQL is the source of an anonymised dump, pre-production's PostgreSQL its target",
    requirements: ["ORA-6", "ORA-7"],
    needs: ["tier", "database", "seeding"],
    *check({ name, tier, database: { engine }, seeding: half }) {
        if (half === undefined) return;
        if (tier !== tierOf[half.role])
            yield {
                path: ["seeding", "role"],
                message: `${quoted(half.role)} is for ${tierOf[half.role]} alone, and this stack's tier is ${tier}`,
                repair:
                    tier === "production" || tier === "pre-production"
                        ? `write ${quoted(tier === "production" ? "source" : "target")}, with what belongs to it`
                        : "remove ringfence:seeding",
            };
        else if (engine !== "postgresql")
            yield {
                path: ["seeding"],
                message: `a dump is taken from PostgreSQL and loaded into it, and ringfence:database.engine is ${quoted(engine)}`,
                repair: "remove ringfence:seeding",
            };
        // The other side names the account, so it must be called exactly as it follows from the stack's name.
        else if (half.role === "source" && !(name.length <= longestSourceName && /^[a-z][a-z0-9-]*$/.test(name)))
            yield {
                path: ["seeding", "role"],
                message: `the stack's name ${quoted(name)} makes no service account <stack>-anonymiser`,
                repair: `call the stack by at most ${longestSourceName} lower-case letters, digits and dashes`,
            };
    },
});
