import { salesforceUse, words } from "../../recognise";
import { hostsOf } from "../../recognise/hosts";
import { hasAny } from "../../recognise/words";
import type { Rule } from "../../rule";
import { judged, pieces, valuesOf, withoutReferences } from "../../views";
import { isOwnFile } from "../../views/mounted-file";

/** Where customers come from in a sandbox: the CSV file, the Salesforce sandbox, or nowhere. */
const harmless = new Set(["mock", "mocks", "csv", "fake", "dummy", "fixture", "fixtures", "sandbox", "test", "none"]);

export const sandboxMockDataOnly: Rule = {
    name: "sandbox-mock-data-only",
    kind: "isolation",
    forbids: "A sandbox may use mock customers and the Salesforce sandbox, and no other source of customers.",
    why: "Sandboxes run unreviewed code, so real customers must be out of its reach whatever it does.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-6", "MVA-2"],
    repair: "Load customers from the mock CSV file (`safeguards.customers: mock`) and use SF_SANDBOX_URL.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        if (scope.environment.tier !== "sandbox") return;
        for (const resource of judged(scope)) {
            const use = salesforceUse(scope, resource);
            if (use !== undefined && use.kind !== "sandbox") {
                yield { urn: resource.urn, message: `${use.because} reaches live Salesforce data from a sandbox.` };
            }
            for (const { name, value, secret } of valuesOf(scope, resource)) {
                const place = isPlace(name);
                if (!place && (secret !== undefined || !isSource(name))) continue;
                const text = withoutReferences(pieces(value).text);
                const known = secret === undefined && typeof value === "string";
                if (place ? known && isMock(name, text, use?.kind) : isHarmless(text, use?.kind)) continue;
                // A text that the stack itself writes and mounts there is the program's own, too.
                if (place && known && isOwnFile(scope, resource, text)) continue;
                yield {
                    urn: resource.urn,
                    message: `The variable ${name} takes customers from elsewhere than mock data.`,
                };
            }
        }
    },
};

const customers = new Set(["customer", "customers"]);
const places = new Set(["file", "url", "source", "endpoint", "host"]);

/** `CUSTOMERS_FILE`, `CUSTOMER_URL`: where customers are, so a word in it that sounds harmless proves nothing. */
function isPlace(name: string): boolean {
    const said = words(name);
    return hasAny(said, customers) && places.has(said.at(-1) ?? "");
}

/** The mock data, or its file among the program's own; of a source also the bare word for a harmless one. */
function isMock(name: string, text: string, use: string | undefined): boolean {
    if (text === "mock" || (ownFile.test(text) && !text.includes(".."))) return true;
    return words(name).at(-1) === "source" && /^\w*$/.test(text) && isHarmless(text, use);
}

const ownFile = /^[\w.-][\w./-]*\.csv$/i;

const isHarmless = (text: string, use: string | undefined): boolean =>
    hasAny(words(text), harmless) || isSandboxAlready(text, use);

const people = new Set(["customer", "customers", "lead", "leads", "crm"]);
const sources = new Set(["source", "customers", "leads", "provider", "backend", "import", "dump", "url"]);

/** `CUSTOMERS`, `CUSTOMER_SOURCE`, `LEADS_PROVIDER`, `CRM_URL`. */
function isSource(name: string): boolean {
    const said = words(name);
    return said.some((word) => people.has(word)) && sources.has(said.at(-1) ?? "");
}

/** `CUSTOMERS=salesforce` in an environment that only knows the Salesforce sandbox. */
const isSandboxAlready = (text: string, use: string | undefined): boolean =>
    use === "sandbox" && (words(text).includes("salesforce") || hostsOf("salesforce", text).length > 0);
