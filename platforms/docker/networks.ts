import { Network } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";
import { labels } from "./labels";

/**
 * The environment's own networks, each made when something first needs it. Containers of another environment are in none
 * of them, so its names do not resolve and its addresses are not routed: https://docs.docker.com/engine/network/drivers/bridge/
 */
export class Networks {
    #services: Network | undefined;
    #data: Network | undefined;

    constructor(
        readonly name: string,
        readonly engine: Pick<Engine, "environment" | "tier" | "prefix">,
        readonly parent: pulumi.Resource,
    ) {}

    /** The front and the services behind it; services reach the internet from here. */
    get services(): pulumi.Output<string> {
        this.#services ??= this.bridge("services", false);
        return this.#services.name;
    }

    /** Databases and those who use them. It has no way out and none in. */
    get data(): pulumi.Output<string> {
        this.#data ??= this.bridge("data", true);
        return this.#data.name;
    }

    private bridge(called: string, internal: boolean): Network {
        const name = `${this.name}-${called}-network`;
        return new Network(
            name,
            {
                name: `${this.engine.prefix}-${called}`,
                driver: "bridge",
                internal,
                labels: labels(this.engine, `${called}-network`),
            },
            // A name is held by one network at a time.
            { parent: this.parent, deleteBeforeReplace: true },
        );
    }
}
