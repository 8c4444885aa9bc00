import { createServer } from "node:http";
import { log, setting } from "./settings.mjs";

/**
 * Serves `routes`, a function for each path, until SIGTERM: then no new connection is accepted, what is under way ends,
 * and the process with it. A request that still comes on an open connection is told to come again elsewhere.
 */
export function serve(service, port, routes) {
    let isLeaving = false;
    const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://service");
        const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
        if (isLeaving) {
            response.setHeader("connection", "close");
        }
        try {
            const answer = isLeaving ? text(503, "leaving\n") : await (route?.(request) ?? text(404, "not found\n"));
            response.writeHead(answer.status, { "content-type": answer.type, "cache-control": "no-store" });
            response.end(request.method === "HEAD" ? undefined : answer.body);
        } catch (error) {
            log("request failed", { path: pathname, error: error.message });
            response.writeHead(500, { "content-type": "text/plain" }).end("internal error\n");
        }
    });
    server.listen(Number(setting("PORT") ?? port), () => log("listens", { service, port: server.address().port }));
    process.once("SIGTERM", () => {
        isLeaving = true;
        log("leaves", { service });
        server.close(() => log("left", { service }));
        server.closeIdleConnections();
    });
    return server;
}

export const text = (status, body) => ({ status, type: "text/plain; charset=utf-8", body });
export const json = (status, value) => ({
    status,
    type: "application/json",
    body: `${JSON.stringify(value, undefined, 2)}\n`,
});
