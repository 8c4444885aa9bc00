import { asDockerContainer, type Container } from "../../../policy/views";
import { type Fields, text } from "../../../policy/views/read";
import type { PlannedResource } from "../../plan";
import { numberAt, textAt, valueAt } from "./inputs";
import { counted, grouped } from "./words";

/** Containers by what they are called, each with its image, size and what the host publishes of it. */
export function containers(planned: readonly PlannedResource[]): string[] {
    const running = planned.flatMap(asPrinted).filter(({ started }) => started);
    return [...grouped(running, calledOf)].flatMap(([called, those]) => {
        const [first] = those;
        if (first === undefined) return [];
        const { inputs } = first.resource;
        const several = those.length === 1 ? undefined : counted(those.length, "container");
        const job = valueAt(inputs, "mustRun") === false ? "a job of the deployment" : scheduled(inputs);
        const details = [imageOf(inputs), several, job, sizeOf(inputs), published(first)];
        const said = details.filter((detail) => detail !== undefined).join(", ");
        return said === "" ? called : `${called} (${said})`;
    });
}

/** The view of a container, of its inputs as they are printed. */
const asPrinted = ({ facts, inputs }: PlannedResource): readonly Container[] =>
    [asDockerContainer({ ...facts, inputs: inputs as Fields }) ?? []].flat();

const calledOf = ({ aliases: [alias], resource: { inputs, name } }: Container): string =>
    alias ?? textAt(inputs, "name") ?? name;

/** `postgres:16-alpine` of `docker.io/library/postgres:16-alpine@sha256:…`; of a digest alone, the repository. */
function imageOf(inputs: Inputs): string | undefined {
    const [reference] = (textAt(inputs, "image") ?? "").split("@");
    return reference === "" || reference?.startsWith("${") ? undefined : reference?.split("/").at(-1);
}

/** What waits for its time says so in a variable. */
function scheduled(inputs: Inputs): string | undefined {
    const envs = valueAt(inputs, "envs");
    const said = (Array.isArray(envs) ? envs : []).flatMap((line) => /^SCHEDULE=(.+)$/.exec(String(line))?.[1] ?? []);
    return said.length === 0 ? undefined : `a job, at\u00a0${said[0]?.replaceAll(" ", "\u00a0")}, UTC`;
}

function sizeOf(inputs: Inputs): string | undefined {
    const cpus = textAt(inputs, "cpus")?.replace(/\.0$/, "");
    const memory = numberAt(inputs, "memory");
    if (cpus === undefined || memory === undefined) return undefined;
    return `${cpus}\u00a0CPU, ${memory % 1024 === 0 ? `${memory / 1024}\u00a0GiB` : `${memory}\u00a0MiB`}`;
}

function published({ ports }: Container): string | undefined {
    if (ports.length === 0) return undefined;
    const at = ports.map(({ port, address }) => `${text(address) ?? "every address"}:${port}`);
    return `at\u00a0${at.join(" and\u00a0")}`;
}

type Inputs = PlannedResource["inputs"];
