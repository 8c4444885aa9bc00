import * as pulumi from "@pulumi/pulumi";
import type { Service } from "../platforms/platform";
import type { Backing } from "./backing";
import { seconds } from "./quantities";
import { runService } from "./service";
import type { ServiceSettings } from "./service-args";
import { type ModelLimits, type OpenAiArgs, openai } from "./variables/openai";
import { type QueueLimits, queue } from "./variables/queue";
import { type RecordingLimits, recordings } from "./variables/recordings";
import { type SafeguardsArgs, safeguards } from "./variables/safeguards";
import { type SalesforceArgs, salesforce } from "./variables/salesforce";
import { inClear, nothing, type Settings } from "./variables/settings";
import { type VoipArgs, voip } from "./variables/voip";
import { type VonageArgs, vonage } from "./variables/vonage";

/** Default port 3000, default timeout 60 s. */
export interface VoiceApiArgs extends ServiceSettings {
    /** Where its data lives. Default: it keeps none. */
    readonly database?: Backing | undefined;
    /** Cache, sessions and queues. Default: none. */
    readonly redis?: Backing | undefined;
    /** Where it adds the signed records of the agent's reasoning: `records` of an `Audit`. Default: it keeps none. */
    readonly records?: Backing | undefined;
    /** Default: no access. */
    readonly salesforce?: SalesforceArgs | undefined;
    /** Default: no Vonage application. */
    readonly vonage?: VonageArgs | undefined;
    /** Default: no credentials, no synchronisation. */
    readonly voip?: VoipArgs | undefined;
    /** Default: no OpenAI. */
    readonly openai?: OpenAiArgs | undefined;
    /** Where speech recognition is found, `http://…`. Default: nowhere. */
    readonly transcription?: pulumi.Input<string> | undefined;
    /** Shown on every page, where the API has pages; empty, it is told that there is none. Default: nothing is said. */
    readonly banner?: string | undefined;
    /** Default: mock customers, nothing experimental. */
    readonly safeguards?: SafeguardsArgs | undefined;
    /** Default: the application's own. */
    readonly limits?:
        | {
              readonly recordings?: RecordingLimits | undefined;
              readonly queue?: QueueLimits | undefined;
              readonly model?: ModelLimits | undefined;
          }
        | undefined;
}

/**
 * The voice API (Fastify): an HTTP service that holds the environment's data and its connections to the systems outside.
 *
 * @example
 * const platform = new GoogleCloud("cloud", { environment: "dev", tier: "sandbox", project: "acme-voice-dev", region: "europe-west2" });
 * const database = new Database("db", { platform, engine: "firestore" });
 * new VoiceApi("api", { platform, database, release: "r1", image: "europe-west2-docker.pkg.dev/acme/voice/api:1.4.0" });
 */
export class VoiceApi extends pulumi.ComponentResource {
    /** The service as the platform runs it: its address, revision and identity. */
    readonly service: Service;

    constructor(name: string, args: VoiceApiArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:VoiceApi", name, { release: args.release, image: args.image }, opts);
        this.service = runService(
            name,
            args,
            {
                kind: "voice-api",
                port: 3000,
                timeout: seconds("60s"),
                scaleOn: { metric: "requests" },
                sticky: false,
                settings: settingsOf(args),
                wired: args.transcription === undefined ? {} : { WHISPER_URL: args.transcription },
                backings: [args.database, args.redis, args.records].filter((backing) => backing !== undefined),
            },
            this,
        );
        this.registerOutputs({ url: this.service.url, revision: this.service.revision });
    }
}

const settingsOf = (args: VoiceApiArgs): readonly Settings[] => [
    safeguards(args.safeguards ?? {}),
    inClear({ BANNER: args.banner }),
    args.redis === undefined ? nothing : inClear({ QUEUE_PREFIX: args.platform.environment }),
    ...apiCredentials(args),
    args.limits?.recordings === undefined ? nothing : recordings(args.limits.recordings),
    args.limits?.queue === undefined ? nothing : queue(args.limits.queue),
];

/** The systems outside that it is connected to, and the secrets that open them. */
export const apiCredentials = (
    args: Pick<VoiceApiArgs, "salesforce" | "vonage" | "voip" | "openai" | "limits">,
): readonly Settings[] => [
    { clear: {}, secret: ["API_KEY_JWT_SECRET"] },
    args.salesforce === undefined ? nothing : salesforce(args.salesforce),
    args.vonage === undefined ? nothing : vonage(args.vonage),
    voip(args.voip ?? {}),
    args.openai === undefined ? nothing : openai(args.openai, args.limits?.model),
];
