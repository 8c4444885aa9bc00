import { branchOf, type Delivery as Described, type Environment, isBehindBalancer } from "../../environment";
import type { ImageRegistry, Managed, Platform } from "../../platforms/platform";
import type { DeliveryArgs } from "../delivery";

/** What the environment says of who deploys it, as the component takes it. */
export function deliveryArgs(
    environment: Environment,
    delivery: Described,
    platform: Platform,
    registry: ImageRegistry | undefined,
): DeliveryArgs {
    const { repository, repositoryId, builds } = delivery;
    const branch = branchOf(environment);
    return { platform, registry, repository, repositoryId, branch, builds, manages: managedBy(environment) };
}

/** What a deployment of the environment makes and changes. */
function managedBy(environment: Environment): readonly Managed[] {
    const { database, redis, audit, monitoring, rotation, seeding } = environment;
    const needed: Readonly<Record<Managed, boolean>> = {
        services: true,
        secrets: true,
        postgresql: database.engine === "postgresql",
        firestore: database.engine === "firestore",
        redis: redis !== undefined,
        network: database.engine === "postgresql" || redis !== undefined,
        balancer: isBehindBalancer(environment),
        buckets: audit.records !== undefined || seeding?.role === "target",
        logs: audit.logs !== undefined,
        monitoring: monitoring !== undefined,
        schedules: seeding !== undefined,
        events: rotation !== undefined || monitoring?.incidents === true,
    };
    return (Object.keys(needed) as Managed[]).filter((what) => needed[what]);
}
