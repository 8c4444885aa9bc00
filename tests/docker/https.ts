import { request } from "node:https";

/** Asks the front, whose certificate is signed by itself. */
export function get(port: number, path: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
        const headers = { host: "localhost" };
        const asked = request(
            { host: "127.0.0.1", port, path, headers, rejectUnauthorized: false, agent: false },
            (answer) => {
                let body = "";
                answer.setEncoding("utf8").on("data", (text: string) => {
                    body += text;
                });
                answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body })).on("error", reject);
            },
        );
        asked.on("error", reject).end();
    });
}
