import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { onceAScope } from "../views/once-a-scope";
import { hostsOf } from "./hosts";
import { type Mention, mentionsOf } from "./mentions";
import { isAbout, ownWords } from "./naming";
import {
    accessVariable,
    accessWords,
    salesforceDocumentation,
    salesforceSandbox,
    secretWords,
    switchWords,
} from "./table";
import { isOff } from "./values";
import { hasAny, words } from "./words";

/** What a resource may do to Salesforce, weakest first. */
export type SalesforceUse = "sandbox" | "read" | "write";
const strength: readonly (SalesforceUse | undefined)[] = [undefined, "sandbox", "read", "write"];

export interface Recognised<Kind> {
    readonly kind: Kind;
    /** What gave it away: `The variable SF_URL`. */
    readonly because: string;
}

/**
 * One sign of a use. A `claim` says what the environment may do, a `credential` decides what it can do; an `address` or
 * another `mention` says nothing about access by itself.
 */
interface Sign {
    readonly is: "claim" | "credential" | "live address" | "sandbox address" | "mention";
    readonly kind: SalesforceUse | "none" | undefined;
    readonly because: string;
}

/** The strongest use of Salesforce that a resource can be making; nothing where it makes none. */
export const salesforceUse = onceAScope(
    (
        scope: Pick<Scope, "resources" | "environment">,
        resource: ResourceFacts,
    ): Recognised<SalesforceUse> | undefined => {
        const signs = mentionsOf(scope, resource).flatMap((mention) => signsOf(scope.environment.name, mention));
        return signs.length === 0 ? undefined : strongest(signs);
    },
);

function strongest(signs: readonly Sign[]): Recognised<SalesforceUse> | undefined {
    const said = signs.filter(({ is }) => is === "claim" || is === "credential");
    const claimed = strongestOf(said.map(({ kind }) => (kind === "none" ? undefined : kind)));
    const denied = claimed === undefined && said.some(({ kind }) => kind === "none");
    // Which organisation the address is of says what a mention without an access word is about.
    const addressed =
        signs.every(({ is }) => is !== "live address") && signs.some(({ is }) => is === "sandbox address");
    const meant = claimed ?? (addressed ? "sandbox" : undefined);
    let result: Recognised<SalesforceUse> | undefined;
    for (const { is, kind, because } of signs) {
        const use = resolved(is, kind, meant, denied);
        if (use !== undefined && strength.indexOf(use) > strength.indexOf(result?.kind))
            result = { kind: use, because };
    }
    return result;
}

function resolved(
    is: Sign["is"],
    kind: Sign["kind"],
    meant: SalesforceUse | undefined,
    denied: boolean,
): SalesforceUse | undefined {
    if (kind === "none") return undefined;
    if (kind !== undefined) return kind;
    // A secret that does not say what it opens may open everything.
    if (is === "credential") return "write";
    // The live organisation is no sandbox, whatever the other variables say.
    if (is === "live address") return meant === "read" ? "read" : "write";
    return meant ?? (denied ? undefined : "write");
}

const strongestOf = (kinds: readonly (SalesforceUse | undefined)[]): SalesforceUse | undefined =>
    strength[Math.max(0, ...kinds.map((kind) => strength.indexOf(kind)))];

function signsOf(environment: string, mention: Mention): readonly Sign[] {
    return [...addresses(mention), ...bySecret(environment, mention), ...byName(environment, mention)];
}

function addresses({ text, called }: Mention): readonly Sign[] {
    return hostsOf("salesforce", text)
        .filter((host) => !salesforceDocumentation.test(host))
        .map(
            (host): Sign =>
                salesforceSandbox.some((pattern) => pattern.test(host))
                    ? { is: "sandbox address", kind: "sandbox", because: called }
                    : { is: "live address", kind: undefined, because: called },
        );
}

/** A secret is judged by its own name, whatever the variable that receives it is called. */
function bySecret(environment: string, { secrets, called }: Mention): readonly Sign[] {
    return secrets
        .filter((name) => isAbout("salesforce", name, "secret"))
        .map((name) => ({
            is: "credential",
            kind: accessOf(ownWords(environment, name)),
            because: secrets.length === 1 ? called : `The secret "${name}"`,
        }));
}

function byName(environment: string, mention: Mention): readonly Sign[] {
    const { kind, name, called, text, known, secrets } = mention;
    if (kind === "secret" || !isAbout("salesforce", name, kind)) return [];
    const said = kind === "name" ? ownWords(environment, name) : words(name);
    const last = said.at(-1) ?? "";
    if (kind === "variable" && accessVariable.has(last)) {
        return [{ is: "claim", kind: known ? accessClaimed(text) : "write", because: called }];
    }
    if (switchWords.has(last) && known && isOff(text)) return [];
    if (kind === "variable" && known && text === "") return [];
    // Its address, and a secret of that name, were judged already and say more.
    if (accessOf(said) === undefined && addresses(mention).length > 0) return [];
    if (secrets.some((secret) => isAbout("salesforce", secret, "secret"))) return [];
    const credential = kind === "variable" && (hasAny(said, secretWords) || secrets.length > 0);
    return [{ is: credential ? "credential" : "mention", kind: accessOf(said), because: called }];
}

/** What SF_ACCESS says. A word that nobody knows counts as write. */
const accessClaimed = (text: string): Sign["kind"] => (isOff(text) ? "none" : (accessOf(words(text)) ?? "write"));

function accessOf(said: readonly string[]): SalesforceUse | undefined {
    if (hasAny(said, accessWords.write)) return "write";
    if (hasAny(said, accessWords.read)) return "read";
    return hasAny(said, accessWords.sandbox) ? "sandbox" : undefined;
}
