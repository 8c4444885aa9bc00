import { kindOf, type Named } from "../../policy/views/docker/named";
import type { Captured } from "../child";
import { DeployError } from "../deploy-error";

/** What Pulumi's state says of a Docker host. */
export interface DockerState {
    /** Whether it knows the thing with this identifier. */
    readonly has: (id: string) => boolean;
    /** What was begun to be made when a deployment was ended by force: it may be there or not. */
    readonly begun: readonly Begun[];
    /** The containers that are to run. */
    readonly running: readonly { readonly id: string; readonly name: string }[];
}

export interface Begun {
    readonly kind: Named;
    readonly component: string | undefined;
}

interface Resource {
    readonly type: string;
    readonly id?: string;
    readonly inputs?: { readonly labels?: readonly { readonly label?: string; readonly value?: string }[] };
    readonly outputs?: { readonly name?: string; readonly mustRun?: boolean };
    readonly delete?: boolean;
}

/** From what `pulumi stack export` has answered. A stack that has never been deployed has no state. */
export function dockerState(stack: string, { status, stdout, stderr }: Captured): DockerState {
    if (status !== 0) {
        if (/no stack named/.test(stderr)) return { has: () => false, begun: [], running: [] };
        throw new DeployError(`the state of ${stack} cannot be read: ${stderr.trim()}`, "Mend that first.");
    }
    const { deployment } = JSON.parse(stdout);
    const resources: readonly Resource[] = (deployment?.resources ?? []).filter(
        ({ type }: Resource) => kindOf(type) !== undefined,
    );
    const pending: readonly { readonly type: string; readonly resource: Resource }[] =
        deployment?.pending_operations ?? [];
    const ids = new Set(resources.map(({ id }) => id));
    return {
        has: (id) => ids.has(id),
        begun: pending.flatMap(({ type, resource }) => {
            const kind = kindOf(resource.type);
            if (type !== "creating" || kind === undefined) return [];
            return [{ kind, component: resource.inputs?.labels?.find(({ label }) => label === "component")?.value }];
        }),
        running: resources.flatMap(({ type, id, outputs, delete: leaving }) =>
            kindOf(type) === "container" && outputs?.mustRun !== false && !leaving && id !== undefined
                ? [{ id, name: outputs?.name ?? id }]
                : [],
        ),
    };
}
