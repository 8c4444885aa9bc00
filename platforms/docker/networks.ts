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
    #monitoring: Network | undefined;
    #engine: Network | undefined;

    constructor(
        readonly name: string,
        readonly host: Pick<Engine, "environment" | "tier" | "prefix">,
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

    /** What watches the environment. Mails leave from here, and public addresses are asked from here. */
    get monitoring(): pulumi.Output<string> {
        this.#monitoring ??= this.bridge("monitoring", false);
        return this.#monitoring.name;
    }

    /** The one container that may ask the engine, and those that it answers. It has no way out and none in. */
    get engine(): pulumi.Output<string> {
        this.#engine ??= this.bridge("engine", true);
        return this.#engine.name;
    }

    private bridge(called: string, internal: boolean): Network {
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
