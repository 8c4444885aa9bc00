import type { Environment } from "../../../environment";
import { serviceNameOf, services } from "../../../environment/defaults";
import { Partial, type Value } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { asWorkload, field, type Grant, grants, items, judged, rolesOf, survey, text, workloads } from "../../views";

export const noPublicAccess: Rule = {
    name: "no-public-access",
    kind: "hygiene",
    forbids: "Nothing may be open to everybody but the services that the environment declares public.",
    why: "Open to everybody is open to everybody on the internet, and it is seldom meant.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-6", "ACG-10"],
    repair: "Grant to the identity that needs it, or declare the service `public: true` in the stack file.",
    platforms: ["gcp"],
    *check(scope) {
        const declared = publicServices(scope.environment);
        for (const grant of grants(scope)) {
            const { urn } = grant.resource;
            const open = grant.members.some((member) => everybody.has(text(member) ?? ""));
            if (open && !isDeclared(scope, grant, declared)) yield { urn, message: "It lets everybody in." };
        }
        for (const { resource, open, name } of workloads(scope)) {
            if ((open === true || open === "true") && !declared.has(name))
                yield {
                    urn: resource.urn,
                    message: `"${name}" takes calls from everybody, and is not declared public.`,
                };
        }
        yield* accessLists(scope);
    },
};

const everybody = new Set(["allUsers", "allAuthenticatedUsers"]);

const publicServices = (environment: Environment): ReadonlySet<string> =>
    new Set(services.filter((name) => environment[name].public).map((name) => serviceNameOf(environment, name)));

/** Only the right to call, and only on a service that is declared public. */
function isDeclared(scope: Scope, grant: Grant, declared: ReadonlySet<string>): boolean {
    if (!rolesOf(grant).every((role) => role === "roles/run.invoker")) return false;
    const targets = grant.targets.filter(({ property }) => property === "name" || property === "service");
    return targets.length > 0 && targets.every(({ value }) => namesOne(scope, value, declared));
}

function namesOne(scope: Scope, value: Value, declared: ReadonlySet<string>): boolean {
    if (typeof value === "string") return declared.has(value.split("/").at(-1) ?? "");
    if (!(value instanceof Partial)) return false;
    const { byUrn } = survey(scope);
    const named = value.references.flatMap(({ urn }) => {
        const resource = byUrn.get(urn);
        return resource === undefined ? [] : (asWorkload(resource)?.name ?? []);
    });
    return named.length > 0 && named.every((name) => declared.has(name));
}

/** Cloud Storage's and BigQuery's older way of giving access. */
function* accessLists(scope: Scope): Generator<Finding> {
    for (const { urn, type, inputs } of judged(scope)) {
        if (!/^gcp:(storage|bigquery)\//.test(type)) continue;
        const named = [
            inputs.entity,
            inputs.specialGroup,
            inputs.iamMember,
            ...items(inputs.roleEntities),
            ...items(inputs.accesses).flatMap((access) => [field(access, "specialGroup"), field(access, "iamMember")]),
        ];
        if (named.some((who) => /all(Authenticated)?Users/.test(text(who) ?? "")))
            yield { urn, message: "It lets everybody in." };
        if (/^public/i.test(text(inputs.predefinedAcl) ?? text(inputs.defaultAcl) ?? ""))
            yield { urn, message: "Its access list lets everybody in." };
    }
}
