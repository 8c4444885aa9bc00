/**
 * What runs at Cloudflare's edge for one environment: a request goes to the service that its host name belongs to.
 *
 * Bindings, both JSON: `ORIGINS` is host name to the origin's address (`https://….run.app`), `REDIRECTS` is host name to
 * host name. Path, query, method, body, status and a WebSocket upgrade pass through unchanged. The application sees the
 * public host name in X-Forwarded-Host, because a Cloud Run service answers to its own host name only.
 */
export default {
    async fetch(request, env) {
        const url = new URL(request.url);
        const host = url.hostname;
        if (url.protocol === "http:") return redirect(url, host);

        const elsewhere = lookUp(env.REDIRECTS, host);
        if (elsewhere !== undefined) return redirect(url, elsewhere);

        const origin = lookUp(env.ORIGINS, host);
        if (origin === undefined) return new Response("No service has this host name.\n", { status: 421 });
        return fetch(forwarded(request, url, new URL(origin)));
    },
};

/** The entry of a JSON object, if the object itself has it: a host called `constructor` is as unknown as any other. */
function lookUp(json, host) {
    const table = JSON.parse(json);
    return Object.hasOwn(table, host) ? table[host] : undefined;
}

/** 308 keeps the method and the body, so that a POST stays one. */
function redirect(url, host) {
    const target = new URL(url);
    target.protocol = "https:";
    target.port = "";
    target.hostname = host;
    return new Response(null, { status: 308, headers: { Location: target.href } });
}

/** The same request, to the origin. Redirects are the client's to follow. */
function forwarded(request, url, origin) {
    const target = new URL(url);
    target.protocol = origin.protocol;
    target.host = origin.host;
    const headers = new Headers(request.headers);
    headers.delete("Host");
    headers.set("X-Forwarded-Host", url.hostname);
    headers.set("X-Forwarded-Proto", "https");
    // Cloudflare sets CF-Connecting-IP itself; what the client claims to have been forwarded for counts for nothing.
    const client = request.headers.get("CF-Connecting-IP");
    if (client === null) headers.delete("X-Forwarded-For");
    else headers.set("X-Forwarded-For", client);
    return new Request(new Request(target, request), { headers, redirect: "manual" });
}
