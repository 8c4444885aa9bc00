import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { type Mention, mentionsOf } from "./mentions";
import { isAbout, ownWords } from "./naming";
import type { Recognised } from "./salesforce";
import { accessWords, accountWords, negations, switchWords, syncWords, systemWords } from "./table";
import { isOff } from "./values";
import { hasAny, words } from "./words";

export type VoipCredentials = "sandbox" | "live";

/** VoIP credentials that a resource holds or hands over, each by what gave it away. */
export function voipCredentials(
    scope: Pick<Scope, "resources" | "environment">,
    resource: ResourceFacts,
): readonly Recognised<VoipCredentials>[] {
    const { name: environment } = scope.environment;
    return mentionsOf(scope, resource).flatMap(({ kind, name, called, text, known, secrets }) => {
        if (kind !== "variable" && kind !== "secret")
            return loggedIn(text) ? [{ kind: "live" as const, because: called }] : [];
        const named = secrets.filter((secret) => isAbout("voip", secret, "secret"));
        // The secret decides, whatever the variable that receives it is called.
        if (named.length > 0)
            return named.map((secret) => ({
                kind: credentials(ownWords(environment, secret)),
                because: secrets.length === 1 ? called : `The secret "${secret}"`,
            }));
        if (loggedIn(text)) return [{ kind: credentials(words(name)), because: called }];
        const said = words(name);
        if (!isAbout("voip", name, kind) || !hasAny(said, accountWords) || (known && text === "")) return [];
        return [{ kind: credentials(said), because: called }];
    });
}

/** Credentials that do not say that they are for trying things out are live. */
const credentials = (said: readonly string[]): VoipCredentials =>
    hasAny(said, accessWords.sandbox) && !hasAny(said, accessWords.write) ? "sandbox" : "live";

/** `sip:user:password@host`. */
const loggedIn = (text: string): boolean => /(?<![\w+.-])sips?:[^\s:@]+:[^\s@]+@/i.test(text);

/** What may make a resource synchronise with the VoIP provider: a switch that is not off, or anything else about it. */
export function voipSync(scope: Pick<Scope, "resources">, resource: ResourceFacts): readonly string[] {
    const about = mentionsOf(scope, resource).filter(
        ({ kind, name }) => kind !== "secret" && isAbout("voip", name, kind) && hasAny(words(name), syncWords),
    );
    const switches = about.filter(isSwitch);
    const on = switches.filter(({ known, text, name }) => !known || isOff(text) === isInverted(name));
    if (on.length > 0) return on.map(({ called }) => called);
    // Where a switch is off, its interval and its job's name do no harm.
    return switches.length > 0 ? [] : about.map(({ called }) => called);
}

/** `VOIP_SYNC`, `VOIP_SYNC_ENABLED`, `SYNC_VOIP`. */
const isSwitch = ({ kind, name }: Mention): boolean =>
    kind === "variable" && [switchWords, syncWords, systemWords.voip].some((set) => set.has(words(name).at(-1) ?? ""));
/** `VOIP_SYNC_DISABLED=true` is off. */
const isInverted = (name: string): boolean => hasAny(words(name), negations);
