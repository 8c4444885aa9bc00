import type { Value } from "../../policy/facts";
import { production } from "./environments";
import { type Inputs, resource } from "./facts-builders";
import type { Stack } from "./stack";

/** Resources of a Cloudflare zone as the provider takes them, in stacks of nothing else. */
export const zoneId = "0".repeat(32);
export const manager = production({ zone: { managed: true } });

/** A stack of these resources, each a type's name and its inputs. */
export const edgeOf = (...resources: readonly (readonly [kind: string, inputs: Inputs])[]): Stack => ({
    more: (environment) =>
        resources.map(([kind, inputs], index) => {
            const token = `cloudflare:index/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
            return resource(environment, token, `it-${index + 1}`, inputs);
        }),
});

export const setting = (settingId: Value, value: Value, zone: Value = zoneId) =>
    ["ZoneSetting", { zoneId: zone, settingId, value }] as const;

export const ruleset = (phase: string, rules: readonly Value[], more: Inputs = {}) =>
    ["Ruleset", { zoneId, kind: "zone", name: "default", phase, rules, ...more }] as const;

/** A rule of the cache: which requests, and whether the edge keeps them. */
export const cached = (ref: string, expression: string, cache: boolean, more: Inputs = {}): Value => ({
    ref,
    expression,
    action: "set_cache_settings",
    actionParameters: { cache },
    ...more,
});
