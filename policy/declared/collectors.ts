import type { Scope } from "../rule";
import type { Container } from "../views/docker/container";

/**
 * The exception for monitoring: what reads the logs and the figures of all containers asks the engine for them, and finds
 * them where the engine keeps its files. It is allowed where the stack file asks for monitoring, to these two alone, and
 * they must publish no port.
 */
const collector = /(^|-)(log-collector|container-exporter)$/;

export const isDeclaredCollector = ({ environment }: Pick<Scope, "environment">, container: Container): boolean =>
    environment.monitoring !== undefined &&
    collector.test(container.component ?? "") &&
    container.ports.length === 0 &&
    container.started;
