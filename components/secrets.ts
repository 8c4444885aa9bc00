import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import type { Platform, Renewal, VaultSecret } from "../platforms/platform";
import { type KnownSecret, knownSecret } from "./known-secrets";

export interface SecretDescription {
    /** Only ever encrypted. Left out, the value is made up (`generate`) or somebody supplies it in the vault. */
    readonly value?: pulumi.Input<string> | undefined;
    /** Length, in characters, of a value that the program makes up: letters and digits. */
    readonly generate?: number | undefined;
    /** Who supplies the value. */
    readonly suppliedBy?: string | undefined;
    /** What the value is for. */
    readonly purpose?: string | undefined;
}

export interface SecretsArgs {
    readonly platform: Platform;
    /** Secrets by the variable that receives them. Default: none but those that services ask for. */
    readonly secrets?: Readonly<Record<string, SecretDescription>> | undefined;
}

/** A secret that waits for its value: until somebody supplies it, a service that reads it does not start. */
export interface SecretToSupply {
    /** Environment variable that receives it. */
    readonly variable: string;
    /** Name in the vault. */
    readonly secret: string;
    /** Services that read it. */
    readonly usedBy: readonly string[];
    readonly suppliedBy?: string | undefined;
    readonly purpose?: string | undefined;
}

interface Entry {
    readonly secret: VaultSecret;
    readonly variable: string;
    readonly described: KnownSecret & SecretDescription;
    readonly usedBy: Set<string>;
}

/**
 * The environment's vault: each secret once, however many services read it. A secret is made when it is described or
 * first read; it holds the value given, one that the program makes up, or none yet.
 */
export class Secrets extends pulumi.ComponentResource {
    readonly #entries = new Map<string, Entry>();
    readonly #name: string;
    readonly #platform: Platform;

    constructor(name: string, args: SecretsArgs, opts?: pulumi.ComponentResourceOptions) {
        const secrets = args.secrets ?? {};
        super("ringfence:index:Secrets", name, { secrets: Object.keys(secrets) }, opts);
        this.#name = name;
        this.#platform = args.platform;
        for (const [variable, description] of Object.entries(secrets)) this.make(variable, description);
        this.registerOutputs({});
    }

    /** The secret that `variable` of `service` receives. */
    read(variable: string, service: string): VaultSecret {
        const entry = this.#entries.get(variable) ?? this.make(variable, {});
        entry.usedBy.add(service);
        return entry.secret;
    }

    /** What somebody has to supply, in the order of the variables. */
    get toSupply(): readonly SecretToSupply[] {
        return [...this.#entries.values()]
            .filter(({ described }) => waits(described))
            .map(({ variable, secret, usedBy, described: { suppliedBy, purpose } }) => ({
                variable,
                secret: secret.id,
                usedBy: [...usedBy],
                suppliedBy,
                purpose,
            }))
            .sort((a, b) => (a.variable < b.variable ? -1 : 1));
    }

    private make(variable: string, description: SecretDescription): Entry {
        const described = describedSecret(variable, description);
        const name = `${this.#name}-${described.called}`;
        const { called, labels } = described;
        const value = described.value ?? this.generated(name, described.generate);
        const renewal = renewalOf(described);
        const secret = this.#platform.secret(name, { called, labels, value, renewal }, this);
        const entry = { secret, variable, described, usedBy: new Set<string>() };
        this.#entries.set(variable, entry);
        return entry;
    }

    private generated(name: string, length: number | undefined): pulumi.Output<string> | undefined {
        if (length === undefined) return undefined;
        return new random.RandomPassword(`${name}-value`, { length, special: false }, { parent: this }).result;
    }
}

/** The vault makes up again what the program made up; of the others it says when they are due. */
function renewalOf({ value, generate }: SecretDescription): Renewal {
    if (value !== undefined) return "encrypted";
    return generate === undefined ? "supplied" : { generated: generate };
}

/** A description says more than what is known; a value given leaves nothing to make up. */
export function describedSecret(
    variable: string,
    { value, generate, suppliedBy, purpose }: SecretDescription,
): KnownSecret & SecretDescription {
    const known = knownSecret(variable);
    return {
        ...known,
        value,
        generate: value === undefined ? (generate ?? known.generate) : undefined,
        suppliedBy: suppliedBy ?? known.suppliedBy,
        purpose: purpose ?? known.purpose,
    };
}

/** Whether its value is neither given nor made up, so that somebody has to supply it. */
export const waits = ({ value, generate }: SecretDescription): boolean => value === undefined && generate === undefined;
