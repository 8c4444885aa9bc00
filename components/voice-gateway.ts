import * as pulumi from "@pulumi/pulumi";
import type { Service } from "../platforms/platform";
import type { Backing } from "./backing";
import { seconds } from "./quantities";
import { runService } from "./service";
import type { ServiceSettings } from "./service-args";
import { type ApiAddress, apiAddress } from "./variables/api-address";
import { type CallsArgs, calls } from "./variables/calls";
import { nothing, type Settings } from "./variables/settings";

/** Default port 4001, default timeout 3600 s: a WebSocket is a request that lasts as long as its call. */
export interface VoiceGatewayArgs extends ServiceSettings {
    /** The API that it works for: a component's `service`, or any address. */
    readonly api: ApiAddress & Partial<Pick<Service, "admit" | "reachedPrivately">>;
    /** Where the state of calls is kept. Default: none, and the state is in memory. */
    readonly redis?: Backing | undefined;
    /** Where it adds the signed records of the agent's reasoning: `records` of an `Audit`. Default: it keeps none. */
    readonly records?: Backing | undefined;
    /** Default: `redis` where there is one, else `memory`, for which a client must come back to its instance. */
    readonly sessions?: "redis" | "memory" | undefined;
    /** Default: no model of Google's. */
    readonly gemini?: { /** Default: `gemini-2.0-flash`. */ readonly model?: string | undefined } | undefined;
    /** Default: calls of at most 55 min. */
    readonly calls?: CallsArgs | undefined;
    /** Share of `concurrency` in open connections at which another instance is started, 0.1 to 0.95. Default: 0.7. */
    readonly target?: number | undefined;
}

/**
 * The voice gateway: holds the WebSockets of the calls. It scales on open connections, its CPU is never taken away, and
 * a release that replaces it waits for its calls as long as the request timeout allows.
 *
 * @example
 * new VoiceGateway("gateway", { platform, api: api.service, redis, gemini: {}, release: "r1", image });
 */
export class VoiceGateway extends pulumi.ComponentResource {
    /** The service as the platform runs it: its address, revision and identity. */
    readonly service: Service;

    constructor(name: string, args: VoiceGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:VoiceGateway", name, { release: args.release, image: args.image }, opts);
        const sessions = args.sessions ?? (args.redis === undefined ? "memory" : "redis");
        this.service = runService(
            name,
            args,
            {
                kind: "voice-gateway",
                port: 4001,
                timeout: seconds("3600s"),
                scaleOn: { metric: "connections", target: args.target ?? 0.7 },
                sticky: sessions === "memory",
                drain: args.calls?.drain ?? args.calls?.longest,
                settings: [
                    { clear: { SESSION_STORE: sessions }, secret: [] },
                    calls(args.calls ?? {}),
                    gatewayCredentials(args),
                ],
                wired: apiAddress(args.api),
                backings: [args.redis, args.records].filter((backing) => backing !== undefined),
                callsPrivately: args.api.reachedPrivately,
            },
            this,
        );
        args.api.admit?.(`${name}-calls-api`, this.service.identity, this);
        this.registerOutputs({ url: this.service.url, revision: this.service.revision });
    }
}

/** The model that it talks to, and the secret that opens it. */
export const gatewayCredentials = ({ gemini }: Pick<VoiceGatewayArgs, "gemini">): Settings =>
    gemini === undefined
        ? nothing
        : { clear: { GEMINI_MODEL: gemini.model ?? "gemini-2.0-flash" }, secret: ["GEMINI_API_KEY"] };
