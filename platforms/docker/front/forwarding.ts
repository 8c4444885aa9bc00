import type { Route } from "./description";
import { block } from "./directives";

/**
 * Who a visitor is. The word of a trusted proxy counts, anybody else's does not: from those, the address that the
 * connection comes from is the visitor's.
 */
export function forwardedBy(trusted: readonly string[]): readonly string[] {
    return [
        ...trusted.map((range) => `set_real_ip_from ${range};`),
        ...(trusted.length === 0 ? [] : ["real_ip_header X-Forwarded-For;", "real_ip_recursive on;"]),
        ...block("geo $realip_remote_addr $by_trusted_proxy", ["default 0;", ...trusted.map((range) => `${range} 1;`)]),
        ...block("map $by_trusted_proxy:$http_x_forwarded_proto $visitor_scheme", [
            "default $scheme;",
            "1:https https;",
            "1:http http;",
        ]),
        ...block("map $by_trusted_proxy $visitor_by_cloudflare", ['default "";', "1 $http_cf_connecting_ip;"]),
        ...block("map $http_x_request_id $told_request_id", [
            "default $request_id;",
            '"~^[A-Za-z0-9._-]{1,128}$" $http_x_request_id;',
        ]),
        // WebSocket and nothing else: an upgrade to HTTP/2 in clear would get past what is said of paths here.
        ...block("map $http_upgrade $upgrade_to", ['default "";', '"~*^websocket$" websocket;']),
        ...block("map $upgrade_to $connection_to", ["default close;", "websocket upgrade;"]),
    ];
}

/**
 * What a service is told of a request. One address, without the chain that it may have come by: whoever counts from the
 * left or from the right finds the same, and a visitor cannot add to it.
 */
export function told({ webSocket }: Route, portSuffix: string): readonly string[] {
    const headers: Record<string, string> = {
        Host: `$host${portSuffix}`,
        "X-Forwarded-For": "$remote_addr",
        "X-Forwarded-Host": `$host${portSuffix}`,
        "X-Forwarded-Proto": "$visitor_scheme",
        "X-Real-IP": "$remote_addr",
        "X-Request-ID": "$told_request_id",
        "CF-Connecting-IP": "$visitor_by_cloudflare",
        Forwarded: '""',
        "X-Forwarded-Prefix": '""',
        Upgrade: webSocket ? "$upgrade_to" : '""',
        Connection: webSocket ? "$connection_to" : "close",
    };
    return Object.entries(headers).map(([header, value]) => `proxy_set_header ${header} ${value};`);
}
