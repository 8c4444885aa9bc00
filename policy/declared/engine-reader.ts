import type { Value } from "../facts";
import type { Scope } from "../rule";
import { asWorkload, type Container, meant } from "../views";

/**
 * The exception for monitoring: one container asks the engine for the logs and figures of all containers, and hands on what
 * a collector may read. It has the engine's socket alone, never a folder around it. It is allowed where the stack file asks
 * for monitoring, and must publish no port and be on networks without a way out alone, so that nobody else gets to it.
 */
const reader = /(^|-)engine-reader$/;

export const isDeclaredEngineReader = (scope: Scope, container: Container): boolean =>
    scope.environment.monitoring !== undefined &&
    reader.test(container.component ?? "") &&
    container.ports.length === 0 &&
    container.started &&
    isShutIn(scope, container);

function isShutIn(scope: Scope, { resource }: Container): boolean {
    const networks = asWorkload(resource)?.networks ?? [];
    return networks.length > 0 && networks.every((network) => isInternal(scope, network));
}

function isInternal(scope: Scope, network: Value): boolean {
    const those = meant(scope, network, "docker:index/network:Network");
    return those.length > 0 && those.every(({ inputs }) => inputs.internal === true);
}
