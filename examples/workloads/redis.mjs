import { connect } from "node:net";

/** Logs in at the Redis of `url`, `redis://[user]:password@host:port/…`, and asks whether it is there. */
export function ping(url) {
    const { hostname, port, username, password } = new URL(url);
    const login = [username, password].filter((part) => part !== "").map(decodeURIComponent);
    const commands = [...(login.length === 0 ? [] : [["AUTH", ...login]]), ["PING"]];
    return new Promise((resolve, reject) => {
        const socket = connect(Number(port || 6379), hostname, () => socket.write(commands.map(encoded).join("")));
        let received = "";
        socket.setEncoding("utf8").setTimeout(3000, () => socket.destroy(new Error("no answer within 3 s")));
        socket.on("data", (chunk) => {
            received += chunk;
            const lines = received.split("\r\n").slice(0, -1);
            const refusal = lines.find((line) => line.startsWith("-"));
            if (refusal !== undefined) {
                socket.destroy(new Error(refusal.slice(1)));
            } else if (lines.length === commands.length) {
                socket.end();
                resolve(lines.at(-1).slice(1));
            }
        });
        socket.on("error", reject).on("close", () => reject(new Error("the connection was closed")));
    });
}

/** https://redis.io/docs/latest/develop/reference/protocol-spec/ */
const encoded = (words) =>
    `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
