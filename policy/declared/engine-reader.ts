import { socketOf } from "../../environment/docker-engine";
import type { Value } from "../facts";
import type { Scope } from "../rule";
import { asDockerContainer, asWorkload, type Container, isUnknown, meant, text } from "../views";
import { items } from "../views/read";

/**
 * The exception for monitoring: one container asks the engine for the logs and figures of the environment's containers, and
 * hands on what a collector may read. It is nginx, started in one way, with the engine's socket alone and never a folder
 * around it. It is allowed where the stack file asks for monitoring, once, publishes no port, and is on the network that
 * is there for it alone, which has no way out: a database's network would not do.
 */
export const isDeclaredEngineReader = (scope: Scope, container: Container): boolean =>
    scope.environment.monitoring !== undefined &&
    isReader(container) &&
    isNginx(container) &&
    container.ports.length === 0 &&
    isShutIn(scope, container) &&
    scope.resources.map(asDockerContainer).filter((other) => other !== undefined && isReader(other)).length === 1;

const isReader = ({ component, started }: Container): boolean => started && /(^|-)engine-reader$/.test(component ?? "");

/** The paths at which the engine of the environment has its socket. */
export const engineSocketsOf = ({ environment: { docker } }: Pick<Scope, "environment">): readonly string[] => {
    const socket = socketOf(docker?.host ?? "");
    // An engine that is reached over SSH may be written with either: the one folder leads to the other.
    return docker?.host.startsWith("unix://") ? [socket] : [socket, socket.replace(/^\/var/, "")];
};

/** Whether it is named by its digest, another rule asks. */
const image = /^nginx:[\w.-]+(@sha256:[0-9a-f]{64})?$/;
const entryPoint = ["nginx", "-e", "stderr", "-c", "/configuration/nginx.conf"];

/** Its configuration comes from this stack: what it may pass on stands there. */
function isNginx({ resource: { inputs } }: Container): boolean {
    const started = items(inputs.entrypoints).map(text);
    return (
        image.test(text(inputs.image) ?? "") &&
        started.length === entryPoint.length &&
        started.every((word, index) => word === entryPoint[index]) &&
        items(inputs.command).length === 0 &&
        !isUnknown(inputs.command ?? null)
    );
}

function isShutIn(scope: Scope, { resource }: Container): boolean {
    const [network, ...more] = asWorkload(resource)?.networks ?? [];
    return network !== undefined && more.length === 0 && isTheEngines(scope, network);
}

function isTheEngines(scope: Scope, network: Value): boolean {
    const those = meant(scope, network, "docker:index/network:Network");
    return (
        those.length > 0 &&
        those.every(({ inputs }) => inputs.internal === true && (text(inputs.name) ?? "").endsWith("-engine"))
    );
}
