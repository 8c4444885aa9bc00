import type * as pulumi from "@pulumi/pulumi";
import type { Front } from "../../environment";
import type { Tier } from "../../environment/tier";
import type { Images } from "./images";
import type { Inventory } from "./inventory";
import type { Networks } from "./networks";

/** What everything that is made on a Docker Engine has in common. */
export interface Engine extends pulumi.Resource {
    /** The environment's name. */
    readonly environment: string;
    readonly tier: Tier;
    /** What the names of containers, networks and volumes begin with: they are one list for all that runs on a host. */
    readonly prefix: string;
    readonly networks: Networks;
    readonly images: Images;
    /** What has been made so far that monitoring can look into. */
    readonly inventory: Inventory;
    /** Where the engine's socket lies on its own host. */
    readonly socket: string;
    /** The way in, where there is one. */
    readonly front: Front | undefined;
    /** Where the internet, or whoever may, finds the front. */
    readonly publicAddress: string | undefined;
}
