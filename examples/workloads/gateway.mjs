import { json, serve } from "./serve.mjs";
import { log, seconds, self, setting } from "./settings.mjs";
import { accept } from "./websocket.mjs";

/**
 * The voice gateway: a WebSocket is a call, and what is said in it comes back. On SIGTERM it takes no new calls and tells
 * those in progress nothing: they end in their own time, or are closed when the drain is over.
 */
const heartbeat = seconds("HEARTBEAT_SECONDS", 25);
const drain = seconds("DRAIN_SECONDS", 3300);
const longest = seconds("CALL_MAX_SECONDS", 3300);

const calls = new Set();
let isDraining = false;
const about = () => ({ service: "gateway", ...self, calls: calls.size });

const server = serve("gateway", 4001, {
    "/": async () => json(200, { ...about(), api: await answerOf(setting("API_URL")) }),
    "/health": () => json(200, about()),
});

server.on("upgrade", (request, socket) => {
    if (isDraining) {
        socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
        return;
    }
    const call = accept(request, socket, {
        onMessage: (data, opcode) => call.send(data, opcode),
        onClose: () => {
            clearTimeout(ending);
            calls.delete(call);
        },
    });
    if (call === undefined) {
        return;
    }
    const ending = setTimeout(() => call.close(1000, "the longest call is over"), longest * 1000);
    calls.add(call);
    call.send(JSON.stringify(about()));
});

const beating = setInterval(() => {
    for (const call of calls) {
        call.ping();
    }
}, heartbeat * 1000);

process.once("SIGTERM", () => {
    isDraining = true;
    log("drains", { calls: calls.size, seconds: drain });
    const over = setTimeout(() => {
        log("drain is over", { calls: calls.size });
        for (const call of calls) {
            call.close(1001, "the gateway leaves");
        }
    }, drain * 1000);
    // `server` says so only after the last call: a connection that was upgraded still is one of its own.
    server.on("close", () => {
        clearInterval(beating);
        clearTimeout(over);
    });
});

async function answerOf(url) {
    if (url === undefined) {
        return "none";
    }
    try {
        const answer = await fetch(new URL("health", `${url.replace(/\/$/, "")}/`), {
            signal: AbortSignal.timeout(3000),
        });
        return `${url} answers ${answer.status}`;
    } catch (error) {
        return `${url} not reached: ${error.cause?.message || error.message}`;
    }
}
