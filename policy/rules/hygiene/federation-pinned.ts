import { knownText } from "../../facts";
import type { Rule } from "../../rule";
import { federations, isBlank } from "../../views";

export const federationPinned: Rule = {
    name: "federation-pinned",
    kind: "hygiene",
    forbids: "No token of GitHub's may be accepted unless it says that it comes from one named repository.",
    why: "GitHub signs the tokens of all its users under one address, so without that condition any of them gets in.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-1", "ORB-22", "ACG-10"],
    repair: 'Set `attributeCondition` to `assertion.repository == "owner/name" && assertion.ref == "refs/heads/branch"`.',
    platforms: ["gcp"],
    *check(scope) {
        for (const { resource, issuer, condition } of federations(scope)) {
            if (!githubs.test(knownText(issuer)) || isBlank(condition)) continue;
            if (pinsRepository(knownText(condition))) continue;
            yield {
                urn: resource.urn,
                message:
                    condition === undefined
                        ? "It accepts the token of every workflow on GitHub."
                        : "Its condition does not hold a token to one repository.",
            };
        }
    },
};

/** GitHub's own issuer, and the one that an enterprise may have under it. */
const githubs = /^https:\/\/token\.actions\.githubusercontent\.com(\/|$)/;

/**
 * Says which repository, by name, number or subject. An owner alone is not enough: it lets in every repository that the
 * owner has or will have. Of alternatives each must say it.
 */
const pin =
    /(?:assertion\.(?:repository|repository_id|sub)|attribute\.repository(?:_id)?|google\.subject)\s*(?:==|in\s*\[)\s*["']/;
const pinsRepository = (condition: string): boolean =>
    condition.split("||").every((alternative) => pin.test(alternative));
