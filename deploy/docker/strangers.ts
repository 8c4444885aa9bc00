import type { Named } from "../../policy/views/docker/named";
import type { OnHost } from "./on-host";
import type { DockerState } from "./state";

/** Whose things are looked for, by the labels that everything of a stack has. */
export interface Owner {
    readonly project: string;
    readonly environment: string;
}

/** What a stack would have on a Docker host. */
export interface Wanted extends Owner {
    /** The names that its plan gives. */
    readonly names: readonly { readonly kind: Named; readonly name: string }[];
    /** Volumes that it takes over as they are. */
    readonly existing: readonly string[];
}

export const isOwn = ({ project, environment }: Owner, { labels }: OnHost): boolean =>
    labels.project === project && labels.environment === environment;

/** What the stack began to make when a deployment of it was ended by force, so that its state does not know of it. */
export const leftOver = (owner: Owner, state: DockerState, found: readonly OnHost[]): readonly OnHost[] =>
    found.filter(
        (thing) =>
            !state.has(thing.id) &&
            isOwn(owner, thing) &&
            state.begun.some(({ kind, component }) => kind === thing.kind && component === thing.labels.component),
    );

/** What is in the stack's way, or runs under its labels, and was not made from this state. */
export function foreign(wanted: Wanted, state: DockerState, found: readonly OnHost[]): readonly OnHost[] {
    const known = new Set(leftOver(wanted, state, found));
    const isInTheWay = ({ kind, name }: OnHost) =>
        wanted.names.some((one) => one.kind === kind && one.name === name) &&
        !(kind === "volume" && wanted.existing.includes(name));
    return found.filter(
        (thing) =>
            !state.has(thing.id) &&
            !known.has(thing) &&
            (isInTheWay(thing) || (thing.kind === "container" && isOwn(wanted, thing))),
    );
}

/** The containers that were made to run and have ended or are gone, each with what became of it. */
export const stopped = (state: DockerState, found: readonly OnHost[]): readonly string[] =>
    unlike(state, found, (status) => /^(Up|Restarting) /.test(status));

/** The containers that were made to run and do not, or not well. */
export const sick = (state: DockerState, found: readonly OnHost[]): readonly string[] =>
    unlike(state, found, (status) => status.startsWith("Up ") && !status.includes("(unhealthy)"));

const unlike = ({ running }: DockerState, found: readonly OnHost[], fine: (status: string) => boolean) =>
    running.flatMap(({ id, name }) => {
        const { status = "is gone" } = found.find((one) => one.id === id) ?? {};
        return fine(status) ? [] : [`${name}: ${status}`];
    });
