/**
 * How a use of Salesforce, VoIP or Vonage, and what it may do, is recognised on a resource that nobody declared. Words
 * are whole words of the names of variables, secrets, labels and workloads (`SF_URL`, `sfUrl`, `staging-sf-url`), so
 * `TRANSFER_LIMIT` or `SFTP_HOST` is none. Hosts and addresses are looked for in every known text of every resource.
 *
 * What is ambiguous counts as a use, of the strongest kind: an address of Salesforce without an access word may write, a
 * VoIP password that does not say sandbox is live.
 */
export type System = "salesforce" | "voip" | "vonage";

export const systemWords: Readonly<Record<System, ReadonlySet<string>>> = {
    salesforce: new Set(["salesforce", "sf", "sfdc"]),
    voip: new Set(["voip", "sip", "pbx"]),
    vonage: new Set(["vonage", "nexmo"]),
};

/** Short words that mean something else outside names of variables and secrets: a label `site: sf` is San Francisco. */
export const shortWords: ReadonlySet<string> = new Set(["sf", "sip"]);

/**
 * Addresses by their registrable part, as labels of a host. Salesforce's own list:
 * https://help.salesforce.com/s/articleView?id=xcloud.domain_name_url_formats.htm
 */
const host = (domains: string): RegExp =>
    new RegExp(`(?<![\\w.-])((?:[\\w-]+\\.)*(?:${domains}))(?![\\w-]|\\.\\w)`, "gi");
export const systemHosts: Readonly<Record<System, RegExp>> = {
    salesforce: host(
        "salesforce\\.com|force\\.com|my\\.site\\.com|salesforce-sites\\.com|salesforce-experience\\.com|salesforce-scrt\\.com|cloudforce\\.com|salesforce\\.mil",
    ),
    voip: /(?<![\w+.-])sips?:[^\s"']+/gi,
    vonage: host("nexmo\\.com|vonage\\.com|opentok\\.com"),
};

/** Hosts of Salesforce that hold no organisation's data. */
export const salesforceDocumentation = /^(developer|help|trailhead|status|trust|architect)\.salesforce\.com$/i;

/**
 * Hosts of organisations that hold no live data: sandboxes, scratch orgs, developer and training editions. A `--` alone
 * makes none: `acme--uat.my.salesforce.com` is a sandbox from before enhanced domains, or is only called like one.
 */
export const salesforceSandbox: readonly RegExp[] = [
    /^test\.salesforce\.com$/i,
    /\.(sandbox|scratch|develop|trailblaze)\.(my|lightning|file|vf)\.(salesforce|force|salesforce-sites)\.com$/i,
    /^cs\d+\.salesforce\.com$/i,
];

/** What a word says about access. Where several are there, the strongest counts. */
export const accessWords = {
    sandbox: new Set(["sandbox", "test", "mock", "fake", "dummy", "scratch"]),
    read: new Set(["readonly", "read", "ro", "reader", "viewer"]),
    write: new Set(["write", "writer", "rw", "full", "admin", "live", "production", "prod"]),
} as const;

/** The last word of a variable that says what the environment may do. */
export const accessVariable: ReadonlySet<string> = new Set([
    "access",
    "mode",
    "permission",
    "permissions",
    "scope",
    "role",
]);

/** The last word of a variable that only switches something on. */
export const switchWords: ReadonlySet<string> = new Set(["enabled", "enable", "active", "on", "sync", "disabled"]);

/** Words for keeping two systems the same. */
export const syncWords: ReadonlySet<string> = new Set([
    "sync",
    "synchronisation",
    "synchronization",
    "synchronise",
    "synchronize",
]);

/** Words by which a switch is off where its value is true: `VOIP_SYNC_DISABLED`, `VOIP_NO_SYNC`. */
export const negations: ReadonlySet<string> = new Set(["disabled", "disable", "no", "not", "without", "skip"]);

/** Words of a name that say that its value is a secret. */
export const secretWords: ReadonlySet<string> = new Set([
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "pass",
    "secret",
    "secrets",
    "token",
    "credential",
    "credentials",
    "apikey",
    "pin",
]);

/** Words of VoIP variables that say who one is to the provider: enough to log in with, or half of it. */
export const accountWords: ReadonlySet<string> = new Set([
    ...secretWords,
    "key",
    "user",
    "username",
    "login",
    "account",
    "auth",
    "extension",
]);
