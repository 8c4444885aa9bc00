import { Partial, type ResourceFacts, referencesOf, type Urn, type Value } from "../facts";
import type { Scope } from "../rule";
import { field, inSeconds, isUnknown, items } from "./read";
import { isSecretVersion, secretNames, secrets } from "./secret";
import { survey } from "./survey";

/** A secret in Secret Manager, and what is said of its rotation. */
export interface Rotated {
    readonly resource: ResourceFacts;
    readonly name: string;
    /** Time between two rotations, in seconds; nothing where none is said. */
    readonly period: number | undefined;
    /** Whether what is said of it is not known yet. */
    readonly unread: boolean;
    /** Where it is announced that the secret is due. */
    readonly topics: readonly Value[];
    /**
     * Whether the program makes the value of other resources (an address with a server's password, a certificate): it is
     * renewed where it comes from, and a new version of the secret alone would open nothing.
     */
    readonly wired: boolean;
}

export function rotatedSecrets(scope: Scope): readonly Rotated[] {
    const wired = wiredSecrets(scope);
    return secrets(scope).flatMap(({ resource, name }) => {
        if (!resource.type.startsWith("gcp:secretmanager/")) return [];
        const { rotation } = resource.inputs;
        const period = field(rotation, "rotationPeriod");
        return {
            resource,
            name,
            period: inSeconds(period),
            unread: isUnknown(rotation) || isUnknown(period),
            topics: items(resource.inputs.topics).flatMap((topic) => field(topic, "name") ?? []),
            wired: wired.has(name),
        };
    });
}

function wiredSecrets(scope: Scope): ReadonlySet<string> {
    const { byUrn } = survey(scope);
    const isMadeUp = (urn: Urn) => byUrn.get(urn)?.type.startsWith("random:") ?? false;
    return new Set(
        scope.resources.filter(isSecretVersion).flatMap(({ inputs, propertyDependencies }) => {
            // Once everything exists the engine knows the value, and only says what it is made from.
            const sources = ["secretData", "secretDataWo"].flatMap((property) => [
                ...referencesOf(inputs[property]).map(({ urn }) => urn),
                ...(propertyDependencies[property] ?? []),
            ]);
            return sources.some((urn) => !isMadeUp(urn)) ? secretNames(scope, inputs.secret) : [];
        }),
    );
}

/** Properties by which something takes the messages of a topic, by its type. */
const listeners: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "gcp:eventarc/trigger:Trigger": [["transport", "pubsub", "topic"]],
    "gcp:pubsub/subscription:Subscription": [["topic"]],
    "gcp:cloudfunctionsv2/function:Function": [["eventTrigger", "pubsubTopic"]],
    "gcp:cloudfunctions/function:Function": [["eventTrigger", "resource"]],
};

/** Whether something in the stack takes the messages of this topic; what is not known yet may be it. */
export function isHeard(scope: Scope, topic: Value): boolean {
    const wanted = identify(scope, topic);
    return Object.entries(listeners).some(([type, paths]) =>
        (survey(scope).byType.get(type) ?? []).some(({ inputs }) =>
            paths.some((path) => {
                const heard = field(inputs, ...path);
                return heard !== undefined && overlaps(identify(scope, heard), wanted);
            }),
        ),
    );
}

/** By what a topic may be meant: its name, or the resource that it comes from. */
function identify(scope: Scope, topic: Value): ReadonlySet<string> {
    const lastPart = (path: string) => path.split("/").at(-1) ?? path;
    if (typeof topic === "string") return new Set([lastPart(topic)]);
    if (!(topic instanceof Partial)) return new Set();
    return new Set(
        topic.references.flatMap(({ urn }) => {
            const name = survey(scope).byUrn.get(urn)?.inputs.name;
            return typeof name === "string" ? [urn, lastPart(name)] : [urn];
        }),
    );
}

const overlaps = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size === 0 || b.size === 0 || [...a].some((each) => b.has(each));
