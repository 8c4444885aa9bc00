import type { DockerEngine } from "../docker/engine";
import { allOn, type OnHost, remove } from "../docker/on-host";
import { stateOf } from "../docker/stack";
import { leftOver, type Owner } from "../docker/strangers";
import type { Surroundings } from "../surroundings";

/**
 * Takes away what a deployment that was ended by force has left and its state does not know. There is no data in it: volumes
 * alone have any, and of those only such go as are to go in any case. Resolves with whether the state still notes it as begun.
 */
export async function withoutLeftOvers(
    owner: Owner,
    engine: DockerEngine,
    around: Surroundings,
    { volumes }: { readonly volumes: boolean },
): Promise<boolean> {
    const state = await stateOf(owner.environment, around);
    if (state.begun.length === 0) return false;
    const things: readonly OnHost[] = leftOver(owner, state, await allOn(engine)).filter(
        ({ kind }) => volumes || kind !== "volume",
    );
    if (things.length > 0) {
        const names = things.map(({ kind, name }) => `${kind} ${name}`).join(", ");
        around.say(`The last deployment was ended by force. What it left half-made goes: ${names}.\n`);
        await remove(engine, things);
    }
    return true;
}
