import type { Rule } from "../../rule";
import { alerts } from "../../views";

export const alertsNotify: Rule = {
    name: "alerts-notify",
    kind: "hygiene",
    forbids: "No alert may be switched off, or have nobody whom it tells.",
    why: "It looks as if something were watched, and nobody hears of it.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "medium",
    requirements: ["ACG-14"],
    repair: "Say who is told (`monitoring.notify`, `notificationChannels`), and leave it switched on or take it out.",
    platforms: ["gcp"],
    *check(scope) {
        for (const { resource, enabled, notifies } of alerts(scope)) {
            const { urn } = resource;
            if (enabled === false) yield { urn, message: "The alert is switched off." };
            else if (notifies === false) yield { urn, message: "The alert tells nobody." };
        }
    },
};
