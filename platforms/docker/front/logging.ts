import { block } from "./directives";

/** What each line of the access log says. No query, cookie or authorization: they carry secrets. */
const said: Readonly<Record<string, string>> = {
    time: '"$time_iso8601"',
    requestId: '"$told_request_id"',
    address: '"$remote_addr"',
    scheme: '"$visitor_scheme"',
    host: '"$host"',
    method: '"$request_method"',
    path: '"$path_alone"',
    service: '"$service"',
    protocol: '"$server_protocol"',
    status: "$status",
    bytesIn: "$request_length",
    bytesOut: "$bytes_sent",
    seconds: "$request_time",
    upstream: '"$upstream_addr"',
    upstreamStatus: '"$upstream_status"',
    upstreamSeconds: '"$upstream_response_time"',
    userAgent: '"$http_user_agent"',
};

/**
 * A JSON object a line. A call is logged when it has ended. What goes wrong at a service stands there too, with each address
 * that was tried: nginx's own line of an error repeats the query.
 */
export function accessLog(file: string): readonly string[] {
    const object = Object.entries(said)
        .map(([name, value]) => `"${name}":${value}`)
        .join(",");
    return [
        // Nobody's where nginx answers by itself; a location that hands on says whose.
        ...block('map "" $service', ['default "";']),
        // $uri would be what the service sees, without the prefix.
        ...block("map $request_uri $path_alone", ['default "";', '"~^(?<before_query>[^?]*)" $before_query;']),
        `log_format front escape=json '{${object}}';`,
        `access_log ${file} front;`,
        "error_log stderr crit;",
    ];
}
