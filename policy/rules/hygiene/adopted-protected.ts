import type { Rule } from "../../rule";

export const adoptedProtected: Rule = {
    name: "adopted-protected",
    kind: "hygiene",
    forbids: "What is adopted by import must be protected from being deleted.",
    why: "It was there before the stack and holds what nobody can make again; one changed property could replace it.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ORA-2"],
    repair: "Set `protect: true` beside `import`.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check({ resources }) {
        // The engine does not tell the pack what is imported; the preview knows.
        for (const { urn, adopted, protect } of resources)
            if (adopted !== undefined && !protect)
                yield { urn, message: "It is adopted, and Pulumi would delete it or replace it like any other." };
    },
};
