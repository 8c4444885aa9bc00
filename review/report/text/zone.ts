import type { Value } from "../../../policy/facts";
import { field, figure, items, text } from "../../../policy/views/read";
import type { PlannedResource } from "../../plan";
import { textAt, valueAt } from "./inputs";

/** What holds for a whole Cloudflare zone, in the words of the field. */

/** Of the settings those by which a reader judges the edge; the others are counted on. */
export function zoneSettings(settings: readonly PlannedResource[]): readonly (string | undefined)[] {
    const values = new Map(settings.map(({ inputs }) => [textAt(inputs, "settingId"), valueAt(inputs, "value")]));
    const said = (id: string, phrase: (value: string) => string) => {
        const value = values.get(id);
        return value === undefined ? undefined : phrase(String(value));
    };
    return [
        said("ssl", (mode) => `TLS\u00a0mode\u00a0${mode}`),
        said("min_tls_version", (version) => `TLS\u00a0${version} or newer`),
        said("always_use_https", (on) => (on === "on" ? "HTTPS only" : "not HTTPS only")),
    ];
}

/** Of the first item of a list, what lies at a path. */
const atFirst = ({ inputs }: PlannedResource, list: string, ...path: readonly string[]) =>
    field(items(valueAt(inputs, list))[0], ...path);

const phases: Readonly<Record<string, (ruleset: PlannedResource) => string>> = {
    http_request_cache_settings: (ruleset) => {
        const seconds = figure(atFirst(ruleset, "rules", "actionParameters", "browserTtl", "default"));
        return seconds === undefined ? "cache rules" : `static files ${seconds / 3600}\u00a0h in a browser`;
    },
    http_request_firewall_managed: () => "managed firewall",
    http_ratelimit: (ruleset) => {
        const requests = figure(atFirst(ruleset, "rules", "ratelimit", "requestsPerPeriod"));
        const period = figure(atFirst(ruleset, "rules", "ratelimit", "period"));
        return requests === undefined || period === undefined
            ? "rate limit"
            : `at most ${requests} requests of an address in ${period}\u00a0s`;
    },
};

export const zoneRulesets = (rulesets: readonly PlannedResource[]): readonly (string | undefined)[] =>
    rulesets.map((ruleset) => phases[textAt(ruleset.inputs, "phase") ?? ""]?.(ruleset));

export const forwardedMail = (rules: readonly PlannedResource[]): readonly string[] =>
    rules.map((rule) => {
        const from = written(atFirst(rule, "matchers", "value")) ?? "mail";
        const to = written(items(atFirst(rule, "actions", "values"))[0]) ?? "an address made elsewhere";
        return `${from} → ${to}`;
    });

/** Text that is wholly known. */
const written = (value: Value | undefined): string | undefined =>
    text(value)?.includes("${") ? undefined : text(value);
