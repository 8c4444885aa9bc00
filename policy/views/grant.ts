import type { ResourceFacts, Value } from "../facts";
import type { Scope } from "../rule";
import { isUnknown, items, text } from "./read";
import { judged } from "./survey";
import { isGrantType } from "./uses";

/** A permission given: who may do what on which resource. */
export interface Grant {
    readonly resource: ResourceFacts;
    readonly role: Value | undefined;
    readonly members: readonly Value[];
    /** What it is given on: every other property that names something. */
    readonly targets: readonly Target[];
    /** Whether it reaches further than one project: a folder, an organisation. */
    readonly wide: boolean;
}

export interface Target {
    readonly property: string;
    readonly value: Value;
}

/** Properties of a grant that do not say on what it is given. */
const about = new Set(["member", "members", "role", "condition", "etag", "policyData", "location", "region", "zone"]);

const read = new WeakMap<ResourceFacts, Grant | null>();

export function asGrant(resource: ResourceFacts): Grant | undefined {
    let grant = read.get(resource);
    if (grant === undefined) {
        grant = isGrantType(resource.type) ? grantIn(resource) : null;
        read.set(resource, grant);
    }
    return grant ?? undefined;
}

function grantIn(resource: ResourceFacts): Grant {
    const { inputs, type } = resource;
    const policy = inputs.policyData;
    return {
        resource,
        role: inputs.role,
        members: [
            ...(inputs.member === undefined || inputs.member === null ? [] : [inputs.member]),
            ...items(inputs.members),
            ...(isUnknown(policy) ? [policy] : membersWritten(text(policy) ?? "")),
        ],
        targets: Object.entries(inputs).flatMap(([property, value]) =>
            about.has(property) || value === null ? [] : [{ property, value }],
        ),
        wide: /^gcp:(organizations|folder)\//.test(type),
    };
}

/** The members in a policy document, as `getIAMPolicy` writes it. */
const membersWritten = (policy: string): readonly string[] =>
    [
        ...policy.matchAll(/"((?:[a-zA-Z]+:[^"\s]+@|principal(?:Set)?:\/\/)[^"\s]*|all(?:Authenticated)?Users)"/g),
    ].flatMap(([, member]) => member ?? []);

/** The roles in a policy document. */
export const rolesOf = ({ role, resource }: Grant): readonly string[] => {
    const single = text(role);
    const policy = text(resource.inputs.policyData) ?? "";
    return [
        ...(single === undefined ? [] : [single]),
        ...[...policy.matchAll(/"role"\s*:\s*"([^"]+)"/g)].flatMap(([, name]) => name ?? []),
    ];
};

export const grants = (scope: Scope): readonly Grant[] =>
    judged(scope).flatMap((resource) => (resource.external ? [] : (asGrant(resource) ?? [])));
