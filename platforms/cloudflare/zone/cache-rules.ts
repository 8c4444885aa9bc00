import type * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";
import type { Zone } from "../../../environment";
import { type ApiCallsArgs, isApiCall } from "./api-calls";
import { entryPoint } from "./entry-point";
import { within } from "./expressions";

export interface CacheRulesArgs extends ApiCallsArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    readonly cache: Zone["cache"];
}

/**
 * What the edge keeps. Of rules that contradict each other the last one that matches holds, so API calls come last.
 * https://developers.cloudflare.com/cache/how-to/cache-rules/order/
 */
export function cacheRules(
    name: string,
    { zoneId, cache, ...calls }: CacheRulesArgs,
    parent: pulumi.Resource,
): cloudflare.Ruleset {
    const action = "set_cache_settings";
    return entryPoint(
        name,
        {
            zoneId,
            phase: "http_request_cache_settings",
            description: "What the edge and browsers keep",
            rules: [
                {
                    ref: "static_files",
                    description: "Keep static files",
                    expression: within("http.request.uri.path.extension", cache.extensions),
                    action,
                    actionParameters: {
                        cache: true,
                        edgeTtl: { mode: "override_origin", default: cache.edgeTtl },
                        browserTtl: { mode: "override_origin", default: cache.browserTtl },
                        // Else `/account/x.css`, which a careless server answers with the account, would be kept for all.
                        // https://developers.cloudflare.com/cache/cache-security/cache-deception-armor/
                        cacheKey: { cacheDeceptionArmor: true },
                    },
                },
                {
                    ref: "api_calls",
                    description: "Keep nothing that an API answers",
                    expression: isApiCall(calls),
                    action,
                    actionParameters: { cache: false },
                },
            ],
        },
        parent,
    );
}
