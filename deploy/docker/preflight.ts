import type { ProjectFiles } from "../../environment/stack-file";
import { DeployError } from "../deploy-error";
import type { Surroundings } from "../surroundings";
import { allOn, type OnHost, removal } from "./on-host";
import { engineOf, stateOf, wantedBy } from "./stack";
import { foreign, isOwn, leftOver, type Wanted } from "./strangers";

/**
 * Refuses a deployment that would meet on its Docker host what is not its own. The provider takes a volume of the same name
 * over without a word, and deletes it with the stack; of containers and networks it finds out half-way.
 */
export async function refuseStrangers(project: ProjectFiles, stack: string, around: Surroundings): Promise<void> {
    const engine = await engineOf(project, stack, around);
    if (engine === undefined) return;
    const [found, state, wanted] = await Promise.all([
        allOn(engine),
        stateOf(stack, around),
        wantedBy(project, stack, around),
    ]);
    const others = foreign(wanted, state, found);
    if (others.length > 0)
        throw new DeployError(
            `what ${stack} would make is on ${engine.host} already, and this state does not know it:\n${listed(wanted, others)}`,
            waysOut(stack, wanted, others),
        );
    // A volume that was begun is taken over: it is the stack's own, and nothing has written to it.
    const halfMade = leftOver(wanted, state, found).filter(({ kind }) => kind !== "volume");
    if (halfMade.length > 0)
        throw new DeployError(
            `a deployment of ${stack} was ended by force, and its state does not know what that left on ${engine.host}:\n${listed(wanted, halfMade)}`,
            `Take it away, there is no data in it, and then the note of it:\n  ${removal(engine.host, halfMade)}\n  npx pulumi refresh --clear-pending-creates --yes --stack ${stack}`,
        );
}

/** A line for each kind and owner. */
function listed(wanted: Wanted, things: readonly OnHost[]): string {
    const lines = new Map<string, string[]>();
    for (const thing of things) {
        const whose = `${thing.kind}s ${ownerOf(wanted, thing)}`;
        lines.set(whose, [...(lines.get(whose) ?? []), thing.name]);
    }
    return [...lines].map(([whose, names]) => `  ${whose}: ${names.join(", ")}`).join("\n");
}

function ownerOf(wanted: Wanted, thing: OnHost): string {
    const { project, environment } = thing.labels;
    if (isOwn(wanted, thing)) return "with the labels of this environment";
    if (environment === undefined || project === undefined) return "without labels of ours";
    return `of the environment ${environment} of the project ${project}`;
}

function waysOut(stack: string, wanted: Wanted, others: readonly OnHost[]): string {
    const own = others.some((thing) => isOwn(wanted, thing));
    const volume = others.some(({ kind }) => kind === "volume");
    return [
        own
            ? `If ${stack} was deployed from another folder or with another backend, deploy it from there: two states undo each other's work.`
            : "Let one of the two have other names: they come from the project's, the stack's, and `name` of database and Redis.",
        ...(volume
            ? ["If a volume's data is to be used, name it at `existing` of ringfence:database or ringfence:redis."]
            : []),
        "Else take away what nobody needs, a volume with the data in it. docs/docker.md, What can go wrong, has the commands.",
    ].join("\n");
}
