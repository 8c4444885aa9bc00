import type { PlannedResource } from "../../plan";
import { numberAt, textAt, valueAt } from "./inputs";
import { counted, grouped } from "./words";

/** Containers by what they are called, each with its image, size and what the host publishes of it. */
export function containers(planned: readonly PlannedResource[]): string[] {
    const running = planned.filter(({ inputs }) => valueAt(inputs, "start") !== false);
    return [...grouped(running, calledOf)].map(([called, those]) => {
        const [{ inputs } = { inputs: {} }] = those;
        const several = those.length === 1 ? undefined : counted(those.length, "container");
        const job = valueAt(inputs, "mustRun") === false ? "a job of the deployment" : undefined;
        const image = imageOf(inputs);
        const named = image === undefined ? called : `${called} (${image})`;
        return [named, several, job, sizeOf(inputs), published(inputs)]
            .filter((phrase) => phrase !== undefined)
            .join(", ");
    });
}

function calledOf({ inputs, facts: { name } }: PlannedResource): string {
    const [network] = listAt(inputs, "networksAdvanced");
    const [alias] = listAt(network ?? {}, "aliases");
    return (typeof alias === "string" ? alias : textAt(inputs, "name")) ?? name;
}

/** `postgres:16-alpine` of `docker.io/library/postgres:16-alpine@sha256:…`; of a digest alone, the repository. */
function imageOf(inputs: Inputs): string | undefined {
    const [reference] = (textAt(inputs, "image") ?? "").split("@");
    return reference === "" || reference?.startsWith("${") ? undefined : reference?.split("/").at(-1);
}

function sizeOf(inputs: Inputs): string | undefined {
    const cpus = textAt(inputs, "cpus")?.replace(/\.0$/, "");
    const memory = numberAt(inputs, "memory");
    if (cpus === undefined || memory === undefined) return undefined;
    return `${cpus}\u00a0CPU, ${memory % 1024 === 0 ? `${memory / 1024}\u00a0GiB` : `${memory}\u00a0MiB`}`;
}

function published(inputs: Inputs): string | undefined {
    const ports = listAt(inputs, "ports");
    if (ports.length === 0) return undefined;
    const at = ports.map((port) => `${textAt(port, "ip") ?? "every address"}:${numberAt(port, "external")}`);
    return `at\u00a0${at.join(" and\u00a0")}`;
}

type Inputs = PlannedResource["inputs"];
function listAt(inputs: Inputs, path: string): readonly Inputs[] {
    const list = valueAt(inputs, path);
    return Array.isArray(list) ? (list as unknown as readonly Inputs[]) : [];
}
