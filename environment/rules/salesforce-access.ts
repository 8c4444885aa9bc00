import type { SalesforceAccess } from "../schema/integrations";
import type { Tier } from "../tier";
import { oneOf, quoted } from "../wording";
import { rule } from "./rule";

const allowed: Readonly<Record<Tier, readonly SalesforceAccess[]>> = {
    sandbox: ["sandbox", "none"],
    // Reading is the one declared exception to "no production data below production".
    "pre-production": ["read", "sandbox", "none"],
    production: ["write", "read", "sandbox", "none"],
    shared: ["none"],
};

export const salesforceAccess = rule({
    name: "salesforce-access",
    demands:
        "Only production writes to Salesforce, only pre-production and production read it, and a sandbox is a sandbox",
    requirements: ["MVA-2", "MVA-3", "MVA-5", "MVA-6"],
    needs: ["tier", "integrations"],
    *check({ tier, integrations: { salesforce } }) {
        const { access, url } = salesforce;
        if (!allowed[tier].includes(access)) {
            const whose = access === "write" ? "production alone" : "pre-production and production alone";
            yield {
                path: ["integrations", "salesforce", "access"],
                message: `${quoted(access)} is for ${whose}, and this stack's tier is ${tier}`,
                repair: `write ${oneOf(allowed[tier].map(quoted))}`,
            };
        }
        if (access === "none") return;
        if (url === undefined)
            yield {
                path: ["integrations", "salesforce", "url"],
                message: `is missing, and the access is ${quoted(access)}`,
                repair: `write the organisation's address, for example ${exampleAddress(access)}`,
            };
        else if (isSandboxAddress(url) !== (access === "sandbox"))
            yield {
                path: ["integrations", "salesforce", "url"],
                message:
                    access === "sandbox"
                        ? `${new URL(url).hostname} is no Salesforce sandbox, and the access is "sandbox"`
                        : `${new URL(url).hostname} is a Salesforce sandbox, and the access is ${quoted(access)}`,
                repair: `write an address such as ${exampleAddress(access)}, or another access`,
            };
    },
});

/** https://help.salesforce.com/s/articleView?id=xcloud.domain_name_url_format_summary.htm */
function isSandboxAddress(url: string): boolean {
    const host = new URL(url).hostname;
    return host === "test.salesforce.com" || host.endsWith(".sandbox.my.salesforce.com");
}

const exampleAddress = (access: SalesforceAccess): string =>
    access === "sandbox" ? "https://acme--beta.sandbox.my.salesforce.com" : "https://acme.my.salesforce.com";
