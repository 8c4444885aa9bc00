import type { Rule } from "../../rule";
import { grants, rolesOf } from "../../views";

const basic = new Set(["roles/owner", "roles/editor", "roles/viewer"]);

export const noBasicRoles: Rule = {
    name: "no-basic-roles",
    kind: "hygiene",
    forbids: "Nobody may be given the roles owner, editor or viewer.",
    why: "They reach every resource of the project, also those that nobody thought of.",
    level: "mandatory",
    severity: "high",
    requirements: ["ACG-10", "ACG-3"],
    repair: "Grant the one role that is needed, on the one resource that it is needed on.",
    platforms: ["gcp"],
    *check(scope) {
        for (const grant of grants(scope)) {
            for (const role of rolesOf(grant)) {
                if (basic.has(role)) yield { urn: grant.resource.urn, message: `It gives the basic role ${role}.` };
            }
        }
    },
};
