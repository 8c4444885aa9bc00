import * as pulumi from "@pulumi/pulumi";
import { placeholderOf } from "../../environment/not-supplied";
import { kebab } from "../names";
import { type Identity, type SecretArgs, type Variable, VaultSecret } from "../platform";
import type { Engine } from "./engine";
import type { MountedText } from "./files";

/** Where a container finds the files of its secrets. https://docs.docker.com/engine/swarm/secrets/ uses the same place. */
export const secretsFolder = "/run/secrets";

/** A secret whose value is known to the program: made up, computed, or encrypted in the stack file. */
class KnownSecret extends VaultSecret {
    constructor(
        engine: Engine,
        called: string,
        readonly value: pulumi.Output<string>,
    ) {
        // There is nobody to be let in: what is handed to a container is its own.
        super(called, pulumi.output(called), (_name: string, _identity: Identity) => engine, []);
    }
}

/** A Docker host has no vault: a secret stands encrypted in the stack file or in Pulumi's state, and is handed over. */
export function knownSecret(engine: Engine, { called, value }: SecretArgs): VaultSecret {
    const id = `${engine.environment}-${called}`;
    return new KnownSecret(engine, id, pulumi.secret(value ?? notSupplied(id)));
}

/** A plan can be made without the secrets that somebody supplies; an environment cannot. */
function notSupplied(id: string): string {
    if (pulumi.runtime.isDryRun()) return placeholderOf(id);
    throw new pulumi.RunError(
        `nobody has supplied ${id} yet: \`ringfence secrets\` lists what is missing, with the command for each`,
    );
}

/** A container's variables as it gets them, with the files that some of them name. */
export interface Delivered {
    readonly variables: Readonly<Record<string, pulumi.Input<string>>>;
    readonly texts: readonly MountedText[];
}

/**
 * `files`: a secret is a file, named by a variable `…_FILE`, so that it shows neither in the engine's description of the
 * container nor in that of its processes. `variables`, for an application that reads nothing else: it is the variable.
 */
export function delivered(variables: Readonly<Record<string, Variable>>, secretsAs: "files" | "variables"): Delivered {
    const clear: Record<string, pulumi.Input<string>> = {};
    const texts: MountedText[] = [];
    for (const [name, value] of Object.entries(variables)) {
        if (!(value instanceof VaultSecret)) clear[name] = value;
        else if (secretsAs === "variables") clear[name] = contentOf(value);
        else {
            const file = kebab(name);
            clear[`${name}_FILE`] = `${secretsFolder}/${file}`;
            texts.push({ name: file, content: contentOf(value) });
        }
    }
    return { variables: clear, texts };
}

export function contentOf(secret: VaultSecret): pulumi.Output<string> {
    if (secret instanceof KnownSecret) return secret.value;
    throw new TypeError(`the secret ${secret.id} is another platform's`);
}
