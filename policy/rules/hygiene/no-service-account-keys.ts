import type { Rule } from "../../rule";
import { judged } from "../../views";

export const noServiceAccountKeys: Rule = {
    name: "no-service-account-keys",
    kind: "hygiene",
    forbids: "No key of a service account may be made.",
    why: "Whoever has the file is the account, from anywhere and until somebody notices; it also lies in Pulumi's state.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORB-11", "ACG-10", "ACG-11"],
    repair: "Run as the account (`serviceAccount` of the workload), or let a workflow act as it by workload identity federation.",
    platforms: ["gcp"],
    *check(scope) {
        for (const { urn, type, external } of judged(scope))
            if (!external && keyTypes.has(type))
                yield { urn, message: "It is a service account's key, which does not expire." };
    },
};

/** HMAC keys are the same thing in the manner of Amazon S3. */
const keyTypes: ReadonlySet<string> = new Set(["gcp:serviceaccount/key:Key", "gcp:storage/hmacKey:HmacKey"]);
