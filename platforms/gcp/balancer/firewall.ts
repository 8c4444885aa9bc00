import type { types } from "@pulumi/gcp";

/**
 * Google's ready-made rules, from the OWASP core rule set 3.3, for what such a platform runs: an HTTP API and a Node.js
 * front end with a database behind. https://cloud.google.com/armor/docs/waf-rules
 */
const ruleSets: Readonly<Record<string, string>> = {
    "sqli-v33-stable": "SQL injection",
    "xss-v33-stable": "Cross-site scripting",
    "lfi-v33-stable": "Inclusion of local files",
    "rfi-v33-stable": "Inclusion of remote files",
    "rce-v33-stable": "Execution of commands",
    "protocolattack-v33-stable": "Attacks on the protocol",
    "nodejs-v33-stable": "Attacks on Node.js",
};

/**
 * 1 has the signatures that are seldom wrong; from 2 on, what a caller says in plain words begins to look like an attack,
 * and each application needs exceptions of its own.
 * https://cloud.google.com/armor/docs/rule-tuning#choose_a_sensitivity_level
 */
const sensitivity = 1;

const firstPriority = 1000;

/** A rule for each set, ten apart, so that an exception finds a place before any of them. */
export const firewallRules = (): types.input.compute.SecurityPolicyRule[] =>
    Object.entries(ruleSets).map(([name, description], index) => ({
        priority: firstPriority + index * 10,
        action: "deny(403)",
        description,
        match: { expr: { expression: `evaluatePreconfiguredWaf('${name}', {'sensitivity': ${sensitivity}})` } },
    }));
