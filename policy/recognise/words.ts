/** Names that people write in one word or several. */
const compounds: readonly (readonly [RegExp, string])[] = [
    [/sales[-_ ]?force/gi, " salesforce "],
    [/voip/gi, " voip "],
    [/read[-_ ]?only/gi, " readonly "],
    [/read[-_ ]?write/gi, " write "],
    [
        /(?<![a-z])(sfdc|sf|sip|pbx)(password|passwd|passphrase|pwd|secret|token|credentials?|apikey|username|user|login|account|url|access)(?![a-z])/gi,
        " $1 $2 ",
    ],
    [/host[-_ ]name(?![a-z])/gi, " host "],
    [/(?<![a-z])pghost[-_ ]?addr(?:ess)?(?![a-z])/gi, " pghost "],
    [/(?<=(?<![a-z])(?:db|database|postgres|pg|mysql|mongo|redis|cache|sql)[-_ ](?:private[-_ ])?)ip$/gi, " address "],
    // A data source name leads to data whatever stands before it; error trackers alone call something else so.
    [/(?<![a-z]|sentry[-_ ])dsn(?![a-z])/gi, " database dsn "],
    [/connection[-_ ]?string(?![a-z])/gi, " dsn "],
    [/(?<![a-z])(?:non|pre|not)[-_ ]?prod(?:uction)?(?![a-z])/gi, " preproduction "],
];

/** The same few names are asked for again and again. What is longer is a text, and comes once. */
const known = new Map<string, readonly string[]>();
const longest = 200;
const most = 10_000;

/** `SF_SANDBOX_URL`, `sfSandboxUrl` and `sf-sandbox-url` are all the words sf, sandbox, url. */
export function words(name: string): readonly string[] {
    if (name.length > longest) return split(name);
    let found = known.get(name);
    if (found === undefined) {
        if (known.size === most) known.clear();
        found = split(name);
        known.set(name, found);
    }
    return found;
}

function split(name: string): readonly string[] {
    let text = name;
    for (const [pattern, word] of compounds) text = text.replace(pattern, word);
    return text
        .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
        .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== "");
}

export const hasAny = (found: readonly string[], sought: ReadonlySet<string>): boolean =>
    found.some((word) => sought.has(word));
