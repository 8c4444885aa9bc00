import type { Scope } from "../rule";
import type { Container } from "../views";

/**
 * The exception for monitoring: what tells the figures of something has no callers but Prometheus, which says so when it
 * does not answer. Some exporters' images hold nothing that could ask. They must publish no port.
 */
const exporter = /(^|-)exporter$/;

export const isDeclaredExporter = ({ environment }: Pick<Scope, "environment">, container: Container): boolean =>
    environment.monitoring !== undefined && exporter.test(container.component ?? "") && container.ports.length === 0;
