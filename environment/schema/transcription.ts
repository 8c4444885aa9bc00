import { z } from "zod";
import { memory } from "../units";
import { stackName } from "./names";

export const transcription = z
    .strictObject({
        from: stackName.optional().describe("In an environment: the shared stack whose speech recognition it uses"),
        model: z
            .enum(["tiny", "base", "small", "medium", "large-v3", "large-v3-turbo"])
            .default("small")
            .describe("The Whisper model; a larger one hears better, takes longer and needs more memory"),
        memory: memory("1Gi", "64Gi").prefault("4Gi").describe("Memory of the service"),
        cpu: z.int().min(1).max(64).default(2).describe("Virtual CPUs of the service"),
        address: z
            .ipv4({ error: "is no IPv4 address" })
            .optional()
            .describe("In a shared stack: the address of the host at which environments find it")
            .meta({ examples: ["192.168.120.12"] }),
        port: z.int().min(1).max(65535).default(9000).describe("Its port there"),
    })
    .describe("Speech recognition by Whisper: owned by a shared stack, or used `from` one");
export type Transcription = z.output<typeof transcription>;
