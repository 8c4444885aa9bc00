import { Partial, type Value } from "../../facts";
import type { Rule } from "../../rule";
import { isUnknown, survey, workloads } from "../../views";

export const leastPrivilegeIdentity: Rule = {
    name: "least-privilege-identity",
    kind: "hygiene",
    forbids: "Every service must run as a service account of its own, not as a default one and not as another's.",
    why: "Permissions that are given to a shared account are given to everything that runs as it.",
    level: "mandatory",
    severity: "high",
    requirements: ["ACG-10", "ACG-3"],
    repair: "Make a service account for the service and grant it what this service needs.",
    platforms: ["gcp"],
    *check(scope) {
        const first = new Map<string, string>();
        for (const { resource, platform, kind, identity, name } of workloads(scope)) {
            if (platform !== "gcp") continue;
            const { urn } = resource;
            if (identity === undefined) {
                yield { urn, message: `"${name}" runs as the project's default account.` };
                continue;
            }
            if (typeof identity === "string" && usual.test(identity))
                yield { urn, message: `"${name}" runs as a default account.` };
            const account = accountOf(scope, identity);
            if (account === undefined || kind !== "service") continue;
            const other = first.get(account);
            if (other === undefined) first.set(account, name);
            else yield { urn, message: `"${name}" runs as the account of "${other}".` };
        }
    },
};

/** Compute Engine's and App Engine's default accounts. */
const usual = /-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$/;

/** One name for one account, where it can be told which it is. */
function accountOf(scope: Parameters<typeof survey>[0], identity: Value): string | undefined {
    if (typeof identity === "string") return identity;
    if (!isUnknown(identity) || !(identity instanceof Partial)) return undefined;
    const accounts = new Set(
        identity.references
            .map(({ urn }) => urn)
            .filter((urn) => survey(scope).byUrn.get(urn)?.type === "gcp:serviceaccount/account:Account"),
    );
    return accounts.size === 1 ? [...accounts][0] : undefined;
}
