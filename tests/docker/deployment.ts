import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Partial, type ResourceFacts, type Value } from "../../policy/facts";
import { review } from "../../review/review";
import { createArguments, type Host, type Inputs } from "./container-arguments";
import { docker } from "./engine";

/** Resources of a stack file as the preview plans them, before anything in them is masked. */
export async function planned(project: string, stack: string): Promise<readonly ResourceFacts[]> {
    const { plans, errors } = await review({ project, stacks: [stack], debug: false });
    const [plan] = plans;
    if (plan === undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
    return plan.resources.map(({ facts }) => facts);
}

const kindOf = ({ type }: ResourceFacts): string => type.split(":").at(-1) ?? "";
const withoutDigest = (reference: string): string => reference.replace(/@sha256:.*$/, "");

/** The images that the plan takes from elsewhere. */
export const imagesOf = (resources: readonly ResourceFacts[]): string[] =>
    resources
        .filter((resource) => kindOf(resource) === "RemoteImage" && resource.inputs.build === undefined)
        .map(({ inputs }) => withoutDigest(String(inputs.name)));

/**
 * A plan that runs on a Docker Engine, without Pulumi: every network, volume and container that it has, as it describes
 * them, but under names and ports of the test's own, so that it disturbs nothing on the host. What only an engine or a
 * provider could know (a generated password, a container's name) is made up where the provider would.
 */
export class Deployment {
    readonly #id = `ringfence-test-${randomBytes(3).toString("hex")}`;
    readonly #outputs = new Map<string, Inputs>();
    readonly #inputs = new Map<string, Inputs>();
    readonly #names = new Map<string, string>();
    #made = 0;
    readonly #host: Host = {
        label: `ringfence-test=${this.#id}`,
        called: (name) => this.#names.get(name) ?? name,
        image: withoutDigest,
    };

    constructor(
        readonly project: string,
        readonly resources: readonly ResourceFacts[],
    ) {}

    /** Makes everything, in the order of the plan: a resource comes after those that it needs. */
    async up(): Promise<void> {
        for (const resource of this.resources) {
            const inputs = this.#resolved(resource.inputs) as Inputs;
            this.#inputs.set(resource.name, inputs);
            this.#outputs.set(resource.urn, { ...inputs, ...(await this.#make(resource, inputs)) });
        }
    }

    /** Takes away what was made, and nothing else. */
    async down(): Promise<void> {
        const filter = ["--filter", `label=${this.#host.label}`];
        const containers = await docker("ps", "--all", "--quiet", ...filter);
        if (containers !== "") await docker("rm", "--force", "--volumes", ...containers.split("\n"));
        for (const kind of ["volume", "network"]) {
            const names = await docker(kind, "ls", "--quiet", ...filter);
            if (names !== "") await docker(kind, "rm", ...names.split("\n"));
        }
        await docker("image", "rm", `${this.#id}:built`).catch(() => {});
    }

    /** The name on the host of the container that the plan calls `name`. */
    container(name: string): string {
        return this.#host.called(this.#plannedName(name));
    }

    /** The port of this machine at which the container's port is published. */
    async port(name: string, internal: number): Promise<number> {
        const bound = await docker("port", this.container(name), String(internal));
        return Number(bound.split(":").at(-1));
    }

    /** Output of a command in a container. */
    execute(name: string, ...command: readonly string[]): Promise<string> {
        return docker("exec", this.container(name), ...command);
    }

    /** Another container in the place of one, as a release makes it: the new one is healthy before the old one is to end. */
    async replace(name: string): Promise<{ readonly old: string; readonly ended: Promise<string> }> {
        const old = this.container(name);
        const inputs = this.#inputs.get(name);
        if (inputs === undefined) throw new Error(`${name} is not deployed`);
        await this.#run(name, inputs);
        return { old, ended: docker("stop", "--time", String(inputs.destroyGraceSeconds), old) };
    }

    #plannedName(name: string): string {
        return String(this.#inputs.get(name)?.name ?? name);
    }

    /** What the provider would answer beyond what it was told. */
    async #make(resource: ResourceFacts, inputs: Inputs): Promise<Inputs> {
        const { name } = resource;
        switch (kindOf(resource)) {
            case "RandomPassword":
                return { result: randomBytes(inputs.length).toString("hex").slice(0, inputs.length) };
            case "RandomId":
                return { hex: randomBytes(inputs.byteLength).toString("hex") };
            case "RemoteImage":
                return { imageId: await this.#image(inputs) };
            case "Network":
                await docker(
                    "network",
                    "create",
                    ...this.#labelled,
                    ...(inputs.internal ? ["--internal"] : []),
                    this.#own(inputs.name),
                );
                return { id: inputs.name };
            case "Volume":
                await docker("volume", "create", ...this.#labelled, this.#own(inputs.name));
                return { id: inputs.name };
            case "Container":
                return { id: name, name: this.#plannedName(name), ...(await this.#run(name, inputs)) };
            default:
                return {};
        }
    }

    get #labelled(): string[] {
        return ["--label", this.#host.label];
    }

    /** A name of the test's own for what the plan calls `name`; a new one each time. */
    #own(name: string): string {
        this.#made += 1;
        const own = `${this.#id}-${name}-${this.#made}`;
        this.#names.set(name, own);
        return own;
    }

    async #image({ name, build }: Inputs): Promise<string> {
        if (build === undefined) return name;
        const tag = `${this.#id}:built`;
        await docker("build", "--quiet", "--tag", tag, resolve(this.project, build.context));
        return tag;
    }

    async #run(name: string, inputs: Inputs): Promise<Inputs> {
        const planned = this.#plannedName(name);
        const own = this.#own(planned);
        await docker("create", ...createArguments({ ...inputs, name: planned }, this.#host));
        for (const { name: network, aliases = [] } of (inputs.networksAdvanced ?? []).slice(1)) {
            const names = aliases.flatMap((alias: string) => ["--alias", alias]);
            await docker("network", "connect", ...names, this.#host.called(network), own);
        }
        await upload(own, inputs.uploads ?? []);
        if (inputs.start === false) return {};
        await docker("start", own);
        if (inputs.attach === true) {
            const exitCode = Number(await docker("wait", own));
            const containerLogs = await docker("logs", own);
            if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}: ${containerLogs}`);
            return { exitCode, containerLogs };
        }
        if (inputs.wait === true) await healthy(name, own, inputs.waitTimeout);
        return {};
    }

    /** Plain JSON, with what other resources put out in the place of each reference. */
    #resolved(value: Value): unknown {
        if (value instanceof Partial) {
            const parts = value.parts.map((part) => (typeof part === "string" ? part : this.#output(part)));
            return parts.length === 1 ? parts[0] : parts.join("");
        }
        if (Array.isArray(value)) return value.map((item) => this.#resolved(item));
        if (value === null || typeof value !== "object") return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#resolved(item as Value)]));
    }

    #output({ urn, property = "id" }: { readonly urn: string; readonly property?: string | undefined }): unknown {
        return this.#outputs.get(urn)?.[property];
    }
}

/** As the provider does it: into a container that has not started yet. */
async function upload(container: string, uploads: readonly Inputs[]): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "ringfence-upload-"));
    try {
        for (const { file, content, executable, permissions } of uploads) {
            const path = join(folder, file);
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, content, { mode: Number.parseInt(permissions ?? (executable ? "744" : "644"), 8) });
            await docker("cp", path, `${container}:${file}`);
        }
    } finally {
        rmSync(folder, { recursive: true });
    }
}

async function healthy(name: string, container: string, within: number): Promise<void> {
    for (let second = 0; second < within; second++) {
        const state = await docker("inspect", "--format", "{{.State.Health.Status}}", container);
        if (state === "healthy") return;
        await pause(1000);
    }
    const said = await docker("inspect", "--format", "{{json .State.Health.Log}}", container);
    throw new Error(`${name} is not healthy after ${within} s: ${said}`);
}
