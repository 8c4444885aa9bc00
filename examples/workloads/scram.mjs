import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";

// SCRAM-SHA-256 without channel binding, RFC 5802 and RFC 7677. PostgreSQL takes the user's name from the start-up packet.

const bare = (nonce) => `n=,r=${nonce}`;

export const firstMessage = (nonce) => `n,,${bare(nonce)}`;

/** The answer to the server's first message, and the signature that only a server which knows the password can give. */
export function finalMessage(password, nonce, serverFirst) {
    const fields = Object.fromEntries(serverFirst.split(",").map((field) => [field[0], field.slice(2)]));
    if (!fields.r?.startsWith(nonce)) {
        throw new Error("the server's answer is to another client");
    }
    const salted = pbkdf2Sync(password, Buffer.from(fields.s, "base64"), Number(fields.i), 32, "sha256");
    const clientKey = hmac(salted, "Client Key");
    const storedKey = createHash("sha256").update(clientKey).digest();
    const unproven = `c=biws,r=${fields.r}`;
    const exchange = `${bare(nonce)},${serverFirst},${unproven}`;
    const mask = hmac(storedKey, exchange);
    const proof = Buffer.from(clientKey.map((byte, at) => byte ^ mask[at])).toString("base64");
    return { text: `${unproven},p=${proof}`, signature: hmac(hmac(salted, "Server Key"), exchange) };
}

export function isServer(signature, serverFinal) {
    const given = Buffer.from(serverFinal.replace(/^v=/, ""), "base64");
    return given.length === signature.length && timingSafeEqual(given, signature);
}

const hmac = (key, text) => createHmac("sha256", key).update(text).digest();
