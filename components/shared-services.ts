import * as pulumi from "@pulumi/pulumi";
import type { Environment } from "../environment";
import type { Platform } from "../platforms/platform";
import { Transcription } from "./transcription";
import { Tunnel } from "./tunnel";
import { platformOf } from "./voice-platform/platform-of";

export interface SharedServicesArgs {
    /** What the stack file of the shared stack describes, checked. */
    readonly environment: Environment;
}

/** What environments read by a stack reference. */
export interface SharedServicesOutputs {
    /** Tells a reader that nothing here is an environment's. */
    readonly tier: "shared";
    readonly tunnel?: { readonly id: pulumi.Output<string>; readonly cname: pulumi.Output<string> } | undefined;
    readonly transcription?: { readonly url: pulumi.Output<string> } | undefined;
}

/** What several environments use, and nothing that belongs to one of them: no data, no service of theirs, no credential. */
export class SharedServices extends pulumi.ComponentResource {
    readonly outputs: SharedServicesOutputs;
    readonly #name: string;
    readonly #environment: Environment;

    constructor(name: string, { environment }: SharedServicesArgs, opts?: pulumi.ComponentResourceOptions) {
        const { name: called, tier } = environment;
        super("ringfence:index:SharedServices", name, { environment: called, tier }, opts);
        this.#name = name;
        this.#environment = environment;

        if (environment.platform !== "docker")
            throw new RangeError("a shared stack runs on Docker: see the rule shared-tier");
        const platform = platformOf(environment, name, this);
        const tunnel = this.tunnel(platform);
        const transcription = this.transcription(platform);

        this.outputs = {
            tier: "shared",
            ...(tunnel === undefined ? {} : { tunnel: { id: tunnel.id, cname: tunnel.cname } }),
            ...(transcription === undefined ? {} : { transcription: { url: transcription.url } }),
        };
        this.registerOutputs({ ...this.outputs });
    }

    private tunnel(platform: Platform): Tunnel | undefined {
        const { tunnel } = this.#environment;
        if (tunnel === undefined) return undefined;
        const { name, ...described } = tunnel;
        return new Tunnel(`${this.#name}-tunnel`, { platform, tunnel: name, ...described }, { parent: this });
    }

    private transcription(platform: Platform): Transcription | undefined {
        const { transcription } = this.#environment;
        if (transcription?.address === undefined) return undefined;
        const { model, memory, cpu, address, port } = transcription;
        const args = { platform, model, memory, cpu, address, port };
        return new Transcription(`${this.#name}-transcription`, args, { parent: this });
    }
}
