import type { Concern } from "../schema/environment";
import { tiers } from "../tier";
import { finding, rule } from "./rule";

/** What belongs to an environment that somebody uses, and what to say of it in a stack that several environments use. */
const environmentsOwn = [
    "domain",
    "front",
    "zone",
    "registry",
    "delivery",
    "redis",
    "seeding",
] as const satisfies readonly Concern[];

export const sharedStack = rule({
    name: "shared-stack",
    demands: "A shared stack owns a tunnel or speech recognition and no data, and no other stack owns these",
    requirements: ["ORA-3", "ORA-4", "VOX-4"],
    needs: [
        "tier",
        "platform",
        "services",
        "database",
        "tunnel",
        "transcription",
        "secrets",
        "integrations",
        "jobs",
        "audit",
        ...environmentsOwn,
    ],
    *check(environment) {
        const { tier, platform, services, database, tunnel, transcription } = environment;
        if (tier !== "shared") {
            if (database.engine === "none")
                yield finding(["database", "engine"], '"none" is for a stack of the tier shared', "write postgresql");
            if (services.length === 0)
                yield finding(["services"], "an environment runs at least one service", "write [api]");
            if (tunnel !== undefined)
                yield finding(
                    ["tunnel"],
                    `is for a stack of the tier shared, and this stack's tier is ${tier}`,
                    "move it to a shared stack, and write `entry: tunnel` with that stack's name at ringfence:domain",
                );
            return;
        }
        if (platform !== "docker") return;
        for (const concern of environmentsOwn)
            if (environment[concern] !== undefined)
                yield finding([concern], "belongs to an environment, and this stack is shared by several", "remove it");
        if (services.length > 0)
            yield finding(["services"], "a service belongs to one environment, and this stack is shared", "write []");
        if (database.engine !== "none")
            yield finding(
                ["database", "engine"],
                "data belongs to one environment, and this stack is shared",
                "write none",
            );
        if (Object.keys(environment.secrets).length > 0)
            yield finding(["secrets"], "a secret belongs to one environment, and this stack is shared", "remove it");
        const { salesforce, vonage, voip } = environment.integrations;
        if (salesforce.access !== "none" || vonage !== undefined || voip.credentials !== "none")
            yield finding(
                ["integrations"],
                "credentials belong to one environment, and this stack is shared",
                "remove it",
            );
        if (environment.jobs.migrate !== undefined || environment.jobs.loadCustomers !== undefined)
            yield finding(["jobs"], "there is no data here for a job to work on", "remove it");
        if (tunnel === undefined && transcription === undefined)
            yield finding(
                ["tier"],
                '"shared" is for a stack that owns what others use, and this one owns nothing',
                `describe ringfence:tunnel or ringfence:transcription, or write ${tiers.slice(0, 3).join(", ")}`,
            );
    },
});
