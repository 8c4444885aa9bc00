import type { Rule } from "../../rule";
import { databases } from "../../views";

/** Days that the oldest backup must go back. */
const leastKept = 7;

export const backups: Rule = {
    name: "backups",
    kind: "hygiene",
    forbids: "No database with data that is worth keeping may go without a daily backup kept for seven days.",
    why: "A mistake in the data is often noticed days later.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ORB-10", "ORB-15"],
    repair: "Enable daily backups and keep at least seven (`database.backups`).",
    platforms: ["gcp"],
    *check(scope) {
        // A sandbox's customers are loaded from a file.
        if (scope.environment.tier === "sandbox") return;
        for (const { resource, replica, backups } of databases(scope)) {
            if (replica || backups === undefined) continue;
            const { urn } = resource;
            if (backups.daily === false) yield { urn, message: "The database has no daily backup." };
            else if (backups.kept !== undefined && backups.kept < leastKept)
                yield { urn, message: `The database's backups go back ${backups.kept} days only.` };
        }
    },
};
