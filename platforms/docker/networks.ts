import { Network } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";
import { labels } from "./labels";

/**
 * The environment's own networks, each made when something first needs it. Containers of another environment are in none
 * of them, so its names do not resolve and its addresses are not routed: https://docs.docker.com/engine/network/drivers/bridge/
 */
export class Networks {
    readonly #made = new Map<string, Network>();

    constructor(
        readonly name: string,
        readonly host: Pick<Engine, "environment" | "tier" | "prefix">,
        readonly parent: pulumi.Resource,
    ) {}

    /** The front and the services behind it; services reach the internet from here. */
    get services(): pulumi.Output<string> {
        return this.bridge("services", { internal: false });
    }

    /** Databases and those who use them. It has no way out and none in. */
    get data(): pulumi.Output<string> {
        return this.bridge("data", { internal: true });
    }

    /** What watches the environment. Mails leave from here, and public addresses are asked from here. */
    get monitoring(): pulumi.Output<string> {
        return this.bridge("monitoring", { internal: false });
    }

    /** The one container that may ask the engine, and those that it answers. It has no way out and none in. */
    get engine(): pulumi.Output<string> {
        return this.bridge("engine", { internal: true });
    }

    private bridge(called: string, { internal }: { readonly internal: boolean }): pulumi.Output<string> {
        const network = this.#made.get(called) ?? this.made(called, internal);
        this.#made.set(called, network);
        return network.name;
    }

    private made(called: string, internal: boolean): Network {
        const name = `${this.name}-${called}-network`;
        return new Network(
            name,
            {
                name: `${this.host.prefix}-${called}`,
                driver: "bridge",
                internal,
                labels: labels(this.host, `${called}-network`),
            },
            // A name is held by one network at a time.
            { parent: this.parent, deleteBeforeReplace: true },
        );
    }
}
