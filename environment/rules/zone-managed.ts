import { usualZone } from "../schema/zone";
import { rule } from "./rule";

export const zoneManaged = rule({
    name: "zone-managed",
    demands: "Settings of a zone stand in the file of the stack that manages it, and that stack has a domain",
    requirements: ["ORB-2", "ORB-3", "ORB-4", "ORB-5"],
    needs: ["zone", "domain"],
    *check({ zone, domain }) {
        if (zone === undefined) return;
        if (zone.managed) {
            if (domain === undefined)
                yield {
                    path: ["zone", "managed"],
                    message: "true needs a zone to manage, and this stack has no domain",
                    repair: "write `zone`, `zoneId` and `accountId` at ringfence:domain, or leave ringfence:zone out",
                };
            return;
        }
        for (const key of Object.keys({ ...usualZone, ...zone }) as (keyof typeof zone)[]) {
            if (key === "plan" || JSON.stringify(zone[key]) === JSON.stringify(usualZone[key])) continue;
            yield {
                path: ["zone", key],
                message: "would be ignored: this stack does not manage the zone",
                repair: "move it to the stack that says `managed: true`, or say so here if no other stack does",
            };
        }
    },
});
