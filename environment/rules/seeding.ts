import type { Seeding } from "../schema/seeding";
import { longestSourceName } from "../seeding";
import { quoted } from "../wording";
import { type Finding, finding, rule } from "./rule";

const tierOf = { source: "production", target: "pre-production" } as const;

export const seeding = rule({
    name: "seeding",
    demands: "Production's PostgreSQL is the source of an anonymised dump, pre-production's PostgreSQL its target",
    requirements: ["ORA-6", "ORA-7"],
    needs: ["tier", "platform", "database", "seeding"],
    *check({ name, tier, platform, database: { engine }, seeding: half }) {
        if (half === undefined) return;
        if (tier !== tierOf[half.role])
            return yield finding(
                ["seeding", "role"],
                `${quoted(half.role)} is for ${tierOf[half.role]} alone, and this stack's tier is ${tier}`,
                tier === "production" || tier === "pre-production"
                    ? `write ${quoted(tier === "production" ? "source" : "target")}, with what belongs to it`
                    : "remove ringfence:seeding",
            );
        if (engine !== "postgresql")
            return yield finding(
                ["seeding"],
                `a dump is taken from PostgreSQL and loaded into it, and ringfence:database.engine is ${quoted(engine)}`,
                "remove ringfence:seeding",
            );
        yield* platform === "docker" ? onDocker(half) : onGoogleCloud(half, name);
    },
});

function* onGoogleCloud(half: Seeding, stack: string): Generator<Finding> {
    if (half.role === "target") {
        if (half.writer === undefined)
            yield finding(
                ["seeding", "writer"],
                "is missing: nobody may write into the bucket",
                "write the address of production's anonymiser, <stack>-anonymiser@<project>.iam.gserviceaccount.com",
            );
        return;
    }
    if (half.stack !== undefined) yield finding(["seeding", "stack"], "is about a Docker host", "remove it");
    if (half.bucket === undefined)
        yield finding(
            ["seeding", "bucket"],
            "is missing: there is nowhere to put the dump",
            "write the name of pre-production's bucket, <project>-seed",
        );
    // The other side names the account, so it must be called exactly as it follows from the stack's name.
    if (!(stack.length <= longestSourceName && /^[a-z][a-z0-9-]*$/.test(stack)))
        yield finding(
            ["seeding", "role"],
            `the stack's name ${quoted(stack)} makes no service account <stack>-anonymiser`,
            `call the stack by at most ${longestSourceName} lower-case letters, digits and dashes`,
        );
}

function* onDocker(half: Seeding): Generator<Finding> {
    if (half.role === "target" && half.writer !== undefined)
        yield finding(["seeding", "writer"], "is about Google Cloud", "remove it: the source names this stack");
    if (half.role === "source" && half.bucket !== undefined)
        yield finding(["seeding", "bucket"], "is about Google Cloud", "write ringfence:seeding.stack instead");
    if (half.role === "source" && half.stack === undefined)
        yield finding(
            ["seeding", "stack"],
            "is missing: the dump goes from one environment of a host to the other in a volume",
            "write the pre-production stack that takes it in",
        );
    // A schedule is kept by a shell in the container, which is then the entry point itself.
    if (half.command === undefined)
        yield finding(
            ["seeding", "command"],
            "is missing: on Docker a schedule starts the command itself and never asks the image for its entry point",
            "write what the image's entry point is, for example [npm, run]; ringfence:seeding.args follow it",
        );
}
