/** One step of `pulumi preview --json`, as far as it is compared. */
export interface EngineStep {
    readonly urn: string;
    readonly newState?: {
        readonly type: string;
        readonly parent?: string;
        readonly inputs?: Readonly<Record<string, unknown>>;
    };
}

/** A resource of `ringfence preview --format json`, as far as it is compared. */
export interface Planned {
    readonly urn: string;
    readonly type: string;
    readonly parent: string;
    readonly inputs: Readonly<Record<string, unknown>>;
}

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const signature = "4dabf18193072939515e22adb298388d";

/** Where our plan of a stack and the engine's differ, a sentence each. Default providers are the engine's own. */
export function disagreements(planned: readonly Planned[], steps: readonly EngineStep[]): readonly string[] {
    const ours = new Map(planned.map((resource) => [resource.urn, resource]));
    const theirs = new Map(
        steps.filter(({ urn }) => !urn.includes("::pulumi:providers:")).map((step) => [step.urn, step.newState]),
    );
    const found: string[] = [];
    for (const urn of theirs.keys()) if (!ours.has(urn)) found.push(`only the engine has ${urn}`);
    for (const [urn, resource] of ours) {
        const state = theirs.get(urn);
        if (state === undefined) {
            found.push(`only the preview has ${urn}`);
            continue;
        }
        if (state.type !== resource.type) found.push(`${urn}: type ${resource.type}, the engine says ${state.type}`);
        if ((state.parent ?? "") !== resource.parent) {
            found.push(`${urn}: parent ${resource.parent}, the engine says ${state.parent}`);
        }
        found.push(...differences(resource.inputs, state.inputs ?? {}, "").map((text) => `${urn}: ${text}`));
    }
    return found;
}

/** A reference or a secret stands for whatever the engine has there; what the provider adds by itself is left out. */
function differences(ours: unknown, theirs: unknown, path: string): readonly string[] {
    if (typeof ours === "string" && (ours.includes("[secret]") || /\$\{(?!\$)/.test(ours.replaceAll("$${", ""))))
        return [];
    // Providers make secrets of properties by themselves, which only they know.
    if (theirs === "[secret]") return [];
    if (isWrapped(theirs)) return differences(ours, theirs.value ?? theirs.plaintext, path);
    if (theirs === unknown) return [`${path} is unknown to the engine, the preview has ${JSON.stringify(ours)}`];
    if (Array.isArray(ours) && Array.isArray(theirs)) {
        if (ours.length !== theirs.length) return [`${path} has ${ours.length} items, the engine ${theirs.length}`];
        return ours.flatMap((item, index) => differences(item, theirs[index], `${path}[${index}]`));
    }
    if (isObject(ours) && isObject(theirs)) {
        return Object.keys(ours).flatMap((key) =>
            differences(ours[key], theirs[key], path === "" ? key : `${path}.${key}`),
        );
    }
    const plain = typeof ours === "string" ? ours.replaceAll("$${", () => "${") : ours;
    return plain === theirs || String(plain) === String(theirs)
        ? []
        : [`${path} is ${JSON.stringify(ours)}, the engine has ${JSON.stringify(theirs)}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
const isWrapped = (value: unknown): value is Record<string, unknown> => isObject(value) && signature in value;
