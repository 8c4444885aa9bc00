import * as pulumi from "@pulumi/pulumi";
import type { Service } from "../platforms/platform";
import { seconds } from "./quantities";
import { runService } from "./service";
import type { ServiceSettings } from "./service-args";
import { inClear } from "./variables/settings";

/** Default port 3001, default timeout 30 s. */
export interface WebArgs extends ServiceSettings {
    /** Public address of the API, `https://…`. Default: there is none. */
    readonly apiUrl?: pulumi.Input<string> | undefined;
    /** Public address of the voice gateway, `wss://…`. Default: there is none. */
    readonly gatewayUrl?: pulumi.Input<string> | undefined;
    /** Shown on every page. Default: none. */
    readonly banner?: string | undefined;
}

/**
 * The web front end (Next.js). One image serves every environment, so nothing may be baked into it: `next build` writes
 * the value of a `NEXT_PUBLIC_…` variable into the bundle, and that value would be the building environment's. The image
 * must therefore read these variables when it runs, on the server, and hand them to the browser (a route `/config.js`
 * that sets `window.__CONFIG__`, or props of a layout that is rendered for each request), and must be built without them.
 *
 * @example
 * new Web("web", { platform, apiUrl: "https://api.example.com", gatewayUrl: "wss://voice.example.com", release: "r1", image });
 */
export class Web extends pulumi.ComponentResource {
    /** The service as the platform runs it: its address, revision and identity. */
    readonly service: Service;

    constructor(name: string, args: WebArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:Web", name, { release: args.release, image: args.image }, opts);
        this.service = runService(
            name,
            args,
            {
                kind: "web",
                port: 3001,
                timeout: seconds("30s"),
                scaleOn: { metric: "requests" },
                sticky: false,
                settings: [inClear({ BANNER: args.banner, NEXT_PUBLIC_BANNER: args.banner })],
                wired: {
                    ...(args.apiUrl === undefined ? {} : { NEXT_PUBLIC_API_URL: args.apiUrl }),
                    ...(args.gatewayUrl === undefined ? {} : { NEXT_PUBLIC_VOICE_GATEWAY_URL: args.gatewayUrl }),
                },
                backings: [],
            },
            this,
        );
        this.registerOutputs({ url: this.service.url, revision: this.service.revision });
    }
}
