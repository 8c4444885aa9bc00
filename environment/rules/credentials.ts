import { services } from "../defaults";
import type { Concerns } from "../schema/environment";
import { quoted } from "../wording";
import { type Finding, rule } from "./rule";

/** The variable that receives each credential, the key that entitles to it, and the one value that does. */
const entitled = {
    SF_CLIENT_SECRET: { system: "salesforce", to: "write" },
    SF_READONLY_CLIENT_SECRET: { system: "salesforce", to: "read" },
    SF_SANDBOX_CLIENT_SECRET: { system: "salesforce", to: "sandbox" },
    VOIP_PASSWORD: { system: "voip", to: "live" },
    VOIP_SANDBOX_PASSWORD: { system: "voip", to: "sandbox" },
} as const;

export const credentials = rule({
    name: "credentials",
    demands: "An environment holds the credentials of the access that it has, and no others",
    requirements: ["MVA-5", "MVA-6", "ORA-10"],
    needs: ["api", "gateway", "web", "integrations", "secrets"],
    *check(environment) {
        for (const [path, name] of namesIn(environment)) {
            const needed = Object.hasOwn(entitled, name) ? entitled[name as keyof typeof entitled] : undefined;
            if (needed === undefined) continue;
            const { key, has } = accessTo(needed.system, environment.integrations);
            if (has !== needed.to)
                yield {
                    path,
                    message: `${name} is the credential of ${quoted(needed.to)}, and ${key} is ${quoted(has)}`,
                    repair: "remove it: the credential that belongs to the access is asked for by itself",
                };
        }
    },
});

/** Every place where a stack file names a variable that may be a credential. */
function* namesIn(
    environment: Pick<Concerns, "api" | "gateway" | "web" | "secrets">,
): Iterable<[Finding["path"], string]> {
    for (const name of Object.keys(environment.secrets)) yield [["secrets", name], name];
    for (const service of services) {
        for (const name of Object.keys(environment[service].variables)) yield [[service, "variables", name], name];
        for (const [index, name] of environment[service].secrets.entries()) yield [[service, "secrets", index], name];
    }
}

const accessTo = (system: "salesforce" | "voip", { salesforce, voip }: Concerns["integrations"]) =>
    system === "salesforce"
        ? { key: "ringfence:integrations.salesforce.access", has: salesforce.access }
        : { key: "ringfence:integrations.voip.credentials", has: voip.credentials };
