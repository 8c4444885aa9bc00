import type { DockerEngine } from "./engine";
import { allOn, type OnHost } from "./on-host";
import { isOwn, type Owner } from "./strangers";

/** Containers of a stack that are not as they should be, each with what it says itself: Pulumi says only that it waited. */
export async function troubles(owner: Owner, engine: DockerEngine): Promise<readonly string[]> {
    const sick = (await allOn(engine)).filter((thing) => isOwn(owner, thing) && isSick(thing));
    return Promise.all(
        sick.map(async ({ id, name, status }) =>
            [`  ${name}: ${status}`, ...(await wordsOf(engine, id)).map((line) => `    ${line}`)].join("\n"),
        ),
    );
}

const isSick = ({ status = "" }: OnHost): boolean =>
    status.includes("(unhealthy)") || status.startsWith("Restarting") || /^Exited \([^0]/.test(status);

interface Inspected {
    readonly State: {
        readonly Health?: { readonly Status: string; readonly Log: readonly { readonly Output: string }[] };
    };
}

/** What its health check has said last; else the end of its log. */
async function wordsOf(engine: DockerEngine, id: string): Promise<readonly string[]> {
    const { State } = (await engine.get(`/containers/${id}/json`)) as Inspected;
    const said = State.Health?.Status === "unhealthy" ? State.Health.Log.at(-1)?.Output.trim() : undefined;
    return (said || (await engine.log(id, 3))).split("\n").filter((line) => line.trim() !== "");
}
