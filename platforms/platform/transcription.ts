import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes } from "../../environment/units";

export interface TranscriptionArgs {
    readonly model: "tiny" | "base" | "small" | "medium" | "large-v3" | "large-v3-turbo";
    /** IPv4 address of the host, and the port there, at which callers find it. */
    readonly address: string;
    readonly port: number;
    readonly cpu: number;
    readonly memory: Mebibytes;
}
export interface Transcription {
    /** `http://…` */
    readonly url: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}
