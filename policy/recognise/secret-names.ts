import { secretWords } from "./table";
import { hasAny, words } from "./words";

/** Words before `key` that make it a secret; `PUBLIC_KEY` and `PARTITION_KEY` are none. */
const secretKeys = new Set(
    "api private access secret signing encryption master service account auth jwt hmac license webhook ssh tls".split(
        " ",
    ),
);
/** Words after which a name still means the value itself: `GOOGLE_CREDENTIALS_JSON`. */
const forms = new Set(["json", "base64", "b64", "pem", "value", "text", "data"]);
/** Words that make it public, whatever else is said: `SUPABASE_ANON_KEY`, `NEXT_PUBLIC_MAPS_API_KEY`. */
const publicWords = new Set(["public", "anon", "publishable", "site"]);

/** `PGPASSWORD` is one word. */
const runTogether = /(password|passwd|passphrase|apikey)$/;

/** Whether a variable's name says that its value is a secret. `TOKEN_TTL`, `PASSWORD_MIN_LENGTH` and `SECRET_NAME` do not. */
export function saysSecret(name: string): boolean {
    const said = [...words(name)];
    while (forms.has(said.at(-1) ?? "")) said.pop();
    const last = said.at(-1) ?? "";
    if (hasAny(said, publicWords)) return false;
    if (last === "key" || last === "keys") return secretKeys.has(said.at(-2) ?? "");
    return secretWords.has(last) || runTogether.test(last);
}
