import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { onceAScope } from "../views/once-a-scope";
import { type Pieces, pieces, referencesIn, withoutReferences } from "../views/pieces";
import { isSecretVersion, storedValues } from "../views/secret";
import { leavesBesideVariables } from "../views/text";
import { type Variable, variablesOf } from "../views/variable";
import { isWithin } from "../views/walk";
import { shortWords } from "./table";
import { words } from "./words";

/** A name and its value inside a text: of JSON, a dotenv file, a script, an argument. */
export interface Bundled extends Variable {
    /** What holds the text, for messages. */
    readonly within: string;
    /** The name of the secret, where the text is one's. */
    readonly vault?: string | undefined;
}

/** Texts are read so far, values so much further: beyond, there are no settings but data. */
const longest = 100_000;

/**
 * `"NAME": "value"`, also escaped inside another text, and `NAME=value`, `--name=value`. Values are looked ahead at, so
 * that `--env=NAME=value` gives both names; every repetition that can start at any character is bounded. What stands in
 * the query of an address is none.
 */
const pair =
    /"([a-z_][\w.-]{0,99})\\{0,9}"\s{0,9}:\s{0,9}(?=\\{0,9}"([^"\\]{0,1000})|([^\s,"{}[\]\\]{1,200}))|(?<![\w?]|[^&\s]&)(?:--?)?([a-z_][\w-]{0,99})=(?![=>])(?="([^"]{0,1000})|'([^']{0,1000})|([^\s"';,&]{0,200}))/giu;

/** Every pair inside the texts of a resource: its variables, what it stores, its arguments, its scripts. */
export const bundled = onceAScope((scope: Pick<Scope, "resources">, resource: ResourceFacts): readonly Bundled[] => {
    const variables = variablesOf(resource);
    const stored = storedValues(scope, resource);
    const version = isSecretVersion(resource);
    const paths = new Set(stored.map(({ path }) => path));
    return [
        ...variables.flatMap((variable) =>
            pairsOf(
                variable,
                variable.file === undefined ? `the variable ${variable.name}` : `the file ${variable.file}`,
            ),
        ),
        ...stored.flatMap((value) =>
            version
                ? pairsOf(value, `the secret "${value.name}"`, value.name)
                : pairsOf(value, `the variable ${value.name}`),
        ),
        ...(version ? [] : leavesBesideVariables(resource))
            .filter(({ path }) => !isWithin(path, paths))
            .flatMap((leaf) => pairsOf(leaf, `the property ${leaf.path}`)),
    ];
});

type Holder = Pick<Variable, "value" | "property" | "path">;

function pairsOf({ value, property, path }: Holder, within: string, vault?: string): readonly Bundled[] {
    if (typeof value !== "string" && !(value instanceof Partial)) return [];
    const all = pieces(value);
    const text = all.text.slice(0, longest);
    if (!text.includes("=") && !(text.includes('"') && text.includes(":"))) return [];
    return [...text.matchAll(pair)].flatMap(([, key, quoted, bare, name = key ?? "", ...assigned]) => {
        const said = [quoted, bare, ...assigned].find((part) => typeof part === "string") ?? "";
        if (!isName(name) || isPassedOn(name, said)) return [];
        return [{ name, value: valueIn(said, all), property, path, within, vault }];
    });
}

/** In scripts a short word alone is any identifier: `sf=x`. */
const isName = (name: string): boolean => {
    const said = words(name);
    return said.length > 1 || !shortWords.has(said[0] ?? "");
};

/** `SF_ACCESS=$SF_ACCESS`: the variable itself says what it is. */
const isPassedOn = (name: string, value: string): boolean =>
    /^\$[{(]?\w{1,100}[)}]?$/.test(value) && words(value).join() === words(name).join();

function valueIn(said: string, all: Pieces): Value {
    const references = referencesIn(said, all);
    if (references.length === 0) return said;
    const known = withoutReferences(said);
    return new Partial(known === "" ? references : [known, ...references]);
}
