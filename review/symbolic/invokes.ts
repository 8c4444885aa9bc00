import type { Urn } from "../../policy/facts";
import { urnPrefix } from "../../policy/urn";
import type { PlannedResource } from "../plan";
import type { Tokens } from "./token";

type Answer = (
    args: Record<string, unknown>,
    token: (property: string) => string,
    tokenOf: (id: unknown, property: string) => string | undefined,
) => Record<string, unknown>;

/**
 * Provider functions that only ask who and where the caller is, or for a property of a resource that the resource itself
 * does not have. A preview without credentials answers them with tokens; every other function asks the cloud for
 * something that cannot be made up, and is refused.
 */
const answers: Readonly<Record<string, Answer>> = {
    "gcp:organizations/getProject:getProject": (args, token) => ({
        id: token("id"),
        name: token("name"),
        number: token("number"),
        projectId: args.projectId ?? token("projectId"),
        labels: {},
        orgId: token("orgId"),
        folderId: token("folderId"),
    }),
    "gcp:organizations/getClientConfig:getClientConfig": (_, token) => ({
        id: token("id"),
        accessToken: token("accessToken"),
        project: token("project"),
        region: token("region"),
        zone: token("zone"),
        defaultLabels: {},
    }),
    "cloudflare:index/getZeroTrustTunnelCloudflaredToken:getZeroTrustTunnelCloudflaredToken": (
        { accountId, tunnelId },
        token,
        tokenOf,
    ) => ({
        accountId,
        tunnelId,
        token: tokenOf(tunnelId, "token") ?? token("token"),
    }),
};

/** The resource of the stack that has an identifier: as an output, or known because it was there before and is adopted. */
function ownerOf(id: unknown, tokens: Tokens, resources: readonly PlannedResource[]): Urn | undefined {
    if (typeof id !== "string") return undefined;
    const [only, ...others] = tokens.parts(id);
    if (typeof only === "object") return only.property === "id" && others.length === 0 ? only.urn : undefined;
    return resources.find(({ facts: { adopted } }) => adopted === id || adopted?.endsWith(`/${id}`))?.facts.urn;
}

export function answerInvoke(
    name: string,
    args: Record<string, unknown>,
    stack: string,
    tokens: Tokens,
    resources: readonly PlannedResource[],
): Record<string, unknown> {
    const answer = answers[name];
    if (answer === undefined) {
        throw new Error(
            `${name} asks the cloud, which a preview without credentials cannot; take the value from configuration or from a resource's output`,
        );
    }
    // No resource of the stack: what an invoke yields belongs to nobody here, so isolation rules treat it as foreign.
    const none = `${urnPrefix(stack, "invoke")}${name}::${name}`;
    const tokenOf = (id: unknown, property: string) => {
        const urn = ownerOf(id, tokens, resources);
        return urn === undefined ? undefined : tokens.mint(urn, property);
    };
    return answer(args, (property) => tokens.mint(none, property), tokenOf);
}
