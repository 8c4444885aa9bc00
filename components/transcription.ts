import * as pulumi from "@pulumi/pulumi";
import type { Mebibytes } from "../environment/units";
import type { Platform, TranscriptionArgs as ServerArgs } from "../platforms/platform";
import { mebibytes } from "./quantities";

export interface TranscriptionArgs {
    readonly platform: Pick<Platform, "transcription">;
    /** Default: `small`. */
    readonly model?: ServerArgs["model"] | undefined;
    /** IPv4 address of the host at which callers find it. */
    readonly address: string;
    /** Default: 9000. */
    readonly port?: number | undefined;
    /** Virtual CPUs. Default: 2. */
    readonly cpu?: number | undefined;
    /** Default: 4 GiB. */
    readonly memory?: Mebibytes | undefined;
}

/**
 * Speech recognition that keeps nothing of what it hears, and so may serve several environments.
 *
 * @example
 * new Transcription("transcription", { platform, model: "medium", address: "192.168.120.12" });
 */
export class Transcription extends pulumi.ComponentResource {
    /** Where callers find it, `http://…`. */
    readonly url: pulumi.Output<string>;

    constructor(name: string, args: TranscriptionArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, address } = args;
        const size = {
            model: args.model ?? "small",
            cpu: args.cpu ?? 2,
            memory: args.memory ?? mebibytes("4Gi"),
            port: args.port ?? 9000,
        };
        super("ringfence:index:Transcription", name, { ...size, address }, opts);
        this.url = platform.transcription(name, { ...size, address }, this).url;
        this.registerOutputs({ url: this.url });
    }
}
