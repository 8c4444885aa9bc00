import type * as pulumi from "@pulumi/pulumi";
import type { Identity } from "./identity";

export interface SecretArgs {
    /** The secret's name within the environment's vault, in kebab case: `database-url`. */
    readonly called: string;
    /** Left out, somebody supplies the value in the vault. */
    readonly value?: pulumi.Input<string> | undefined;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    /** How it comes by its next value. Default: `supplied` without a value, `wired` with one. */
    readonly renewal?: Renewal | undefined;
}
/**
 * Who renews a secret. A value made up (`generated`: its length) the vault renews by itself, where the environment
 * rotates secrets; of the others somebody is told that they are due:
 * - `supplied`: somebody adds a version in the vault;
 * - `encrypted`: somebody encrypts a new value into the stack file;
 * - `wired`: the program made it for a server and its clients, and makes another when the generation is raised;
 * - `server`: a server chose it, and somebody has it choose anew;
 * - `public`: there is nothing secret in it, and nobody is told.
 */
export type Renewal = "supplied" | "encrypted" | "wired" | "server" | "public" | { readonly generated: number };
export class VaultSecret {
    constructor(
        /** Name in the vault, known before the secret exists. */
        readonly id: string,
        /** The same, as an output of the secret, so that what reads it depends on it. */
        readonly name: pulumi.Output<string>,
        /** Grants the identity the right to read this one secret. */
        readonly grant: (name: string, identity: Identity, parent: pulumi.Resource) => pulumi.Resource,
        /** What must exist before a workload can start with it: the version, where the program makes it. */
        readonly ready: readonly pulumi.Resource[],
    ) {}
}
