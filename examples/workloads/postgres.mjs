import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { finalMessage, firstMessage, isServer } from "./scram.mjs";

/**
 * Runs `sql`, one statement or several, at the PostgreSQL of `url` and gives the rows, as texts. A connection for each
 * query and no TLS: enough to show that the database is there and that the password is right.
 * https://www.postgresql.org/docs/current/protocol-flow.html
 */
export function query(url, sql) {
    const { hostname, port, username, password, pathname } = new URL(url);
    const user = decodeURIComponent(username);
    const database = decodeURIComponent(pathname.slice(1)) || user;
    return new Promise((resolve, reject) => {
        const socket = connect(Number(port || 5432), hostname, () => socket.write(startup({ user, database })));
        socket.setTimeout(10_000, () => socket.destroy(new Error("no answer within 10 s")));
        socket.on("error", reject).on("close", () => reject(new Error("the connection was closed")));
        const login = new Login(decodeURIComponent(password));
        const rows = [];
        let isAsked = false;
        const heed = (type, body) => {
            if (type === "E") {
                throw new Error(errorIn(body));
            }
            if (type === "R") {
                const answer = login.answer(body);
                if (answer !== undefined) {
                    socket.write(message("p", answer));
                }
            } else if (type === "D") {
                rows.push(rowIn(body));
            } else if (type === "Z" && !isAsked) {
                isAsked = true;
                socket.write(message("Q", terminated(sql)));
            } else if (type === "Z") {
                socket.end(message("X", Buffer.alloc(0)));
                resolve(rows);
            }
        };
        let received = Buffer.alloc(0);
        socket.on("data", (chunk) => {
            received = Buffer.concat([received, chunk]);
            try {
                while (received.length >= 5 && received.length > received.readInt32BE(1)) {
                    const end = 1 + received.readInt32BE(1);
                    heed(String.fromCharCode(received[0]), received.subarray(5, end));
                    received = received.subarray(end);
                }
            } catch (error) {
                socket.destroy(error);
            }
        });
    });
}

/** The server's demands for authentication, one after another. */
class Login {
    constructor(password) {
        this.password = password;
        this.nonce = randomBytes(18).toString("base64");
    }

    answer(body) {
        const data = body.subarray(4).toString();
        switch (body.readInt32BE(0)) {
            case 0:
                return undefined;
            case 3:
                return terminated(this.password);
            case 10: {
                const first = Buffer.from(firstMessage(this.nonce));
                return Buffer.concat([terminated("SCRAM-SHA-256"), int32(first.length), first]);
            }
            case 11: {
                const { text, signature } = finalMessage(this.password, this.nonce, data);
                this.signature = signature;
                return Buffer.from(text);
            }
            case 12:
                if (!isServer(this.signature, data)) {
                    throw new Error("the server does not know the password either");
                }
                return undefined;
            default:
                throw new Error("the server asks for a kind of authentication that is not SCRAM");
        }
    }
}

const int32 = (value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
};
const terminated = (text) => Buffer.from(`${text}\0`);
const message = (type, body) => Buffer.concat([Buffer.from(type), int32(4 + body.length), body]);

function startup(parameters) {
    const pairs = Object.entries({ ...parameters, application_name: "workloads" });
    const body = Buffer.concat([int32(0x30000), ...pairs.flat().map(terminated), Buffer.alloc(1)]);
    return Buffer.concat([int32(4 + body.length), body]);
}

function rowIn(body) {
    const row = [];
    let at = 2;
    for (let column = body.readInt16BE(0); column > 0; column--) {
        const length = body.readInt32BE(at);
        at += 4;
        row.push(length < 0 ? null : body.toString("utf8", at, at + length));
        at += Math.max(length, 0);
    }
    return row;
}

const errorIn = (body) => {
    const fields = body.toString().split("\0");
    return fields.find((field) => field.startsWith("M"))?.slice(1) ?? "the server refused";
};
