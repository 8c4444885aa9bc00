import { urnPrefix } from "../../policy/urn";
import type { Tokens } from "./token";

type Answer = (args: Record<string, unknown>, token: (property: string) => string) => Record<string, unknown>;

/**
 * Provider functions that only ask who and where the caller is. A preview without credentials answers them with tokens;
 * every other function asks the cloud for something that cannot be made up, and is refused.
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
};

export function answerInvoke(
    name: string,
    args: Record<string, unknown>,
    stack: string,
    tokens: Tokens,
): Record<string, unknown> {
    const answer = answers[name];
    if (answer === undefined) {
        throw new Error(
            `${name} asks the cloud, which a preview without credentials cannot; take the value from configuration or from a resource's output`,
        );
    }
    // No resource of the stack: what an invoke yields belongs to nobody here, so isolation rules treat it as foreign.
    return answer(args, (property) => tokens.mint(`${urnPrefix(stack, "invoke")}${name}::${name}`, property));
}
