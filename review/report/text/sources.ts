import { Partial, type Reference, referencesOf, type Value } from "../../../policy/facts";
import type { PlannedResource } from "../../plan";
import type { Names } from "./names";
import { grouped, once, spoken } from "./words";

/** What outputs are called where their own name says too little or too much; "" where the resource's name says it all. */
const outputWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "gcp:cloudrunv2/service:Service": { uri: "address", urls: "address" },
    "gcp:redis/instance:Instance": { host: "address", authString: "password", serverCaCerts: "certificates" },
    "gcp:sql/databaseInstance:DatabaseInstance": {
        privateIpAddress: "private address",
        publicIpAddress: "public address",
    },
    "gcp:sql/user:User": { name: "user name" },
    "random:index/randomPassword:RandomPassword": { result: "generated password" },
};

/**
 * Where a value comes from, in words: `database private address and password`. Follows what only passes a value on (a
 * user's password to the generator of the password); leaves out what the plan knows already (the name of a database).
 */
export function sourcesOf(value: Value | undefined, names: Names): readonly string[] {
    const references = once(referencesOf(value).flatMap((reference) => origins(reference, names, new Set())));
    const distinct = [...new Map(references.map((reference) => [keyOf(reference), reference])).values()];
    const telling = distinct.filter((reference) => !isWritten(reference, names));
    const byOwner = grouped(telling.length > 0 ? telling : distinct, ({ urn }) => ownerOf(urn, names));
    return [...byOwner].map(([owner, ofOwner]) => {
        const words = once(ofOwner.map((reference) => outputOf(reference, names)).filter((word) => word !== ""));
        return words.length === 0 ? owner : `${owner} ${words.join(", ")}`;
    });
}

const keyOf = ({ urn, property }: Reference): string => `${urn}#${property ?? ""}`;
const firstOf = (property: string | undefined): string => /^[^.[]*/.exec(property ?? "")?.[0] ?? "";

/** Input of the resource of the same name as an output, which the platform then only repeats. */
const inputBehind = ({ urn, property }: Reference, names: Names): Value | undefined =>
    property === undefined ? undefined : names.resource(urn)?.facts.inputs[firstOf(property)];

function origins(reference: Reference, names: Names, seen: Set<string>): readonly Reference[] {
    const input = inputBehind(reference, names);
    const key = keyOf(reference);
    if (!(input instanceof Partial) || input.references.length === 0 || seen.has(key)) return [reference];
    seen.add(key);
    return input.references.flatMap((further) => origins(further, names, seen));
}

/** Whether the value stands in the program or the stack file: no other resource has to tell it. */
function isWritten(reference: Reference, names: Names): boolean {
    const input = inputBehind(reference, names);
    return typeof input === "string" || typeof input === "number";
}

/** The component, where only one of its resources can be meant; otherwise the resource. */
function ownerOf(urn: string, names: Names): string {
    const resource = names.resource(urn);
    const component = names.component(urn);
    const isMeant = resource !== undefined && names.isOnly(resource) && outputWords[resource.facts.type] !== undefined;
    return names.label(component !== undefined && isMeant ? component.facts.urn : urn);
}

function outputOf({ urn, property }: Reference, names: Names): string {
    const resource: PlannedResource | undefined = names.resource(urn);
    const output = firstOf(property);
    return outputWords[resource?.facts.type ?? ""]?.[output] ?? spoken(output);
}
