import * as pulumi from "@pulumi/pulumi";
import type { Identity, Service, ServiceArgs } from "../platform";
import { type ContainerDescription, runningContainer } from "./container";
import type { Engine } from "./engine";
import { componentOf } from "./labels";
import { serviceHealth } from "./service-health";
import { workload } from "./workload";

/**
 * A service: as many containers as it has instances at least, since nothing here starts another one under load. They have
 * no fixed names, so that a release's containers are healthy before the last one's get their signal; callers find all of
 * them by one name. From the signal on, a container has the drain for what it has begun.
 */
export function containerService(engine: Engine, name: string, args: ServiceArgs, parent: pulumi.Resource): Service {
    const common = workload(engine, name, args, [args.serviceName], parent);
    const description: ContainerDescription = {
        ...common,
        variables: { ...common.variables, PORT: String(args.port) },
        labels: { release: args.release },
        health: serviceHealth({ port: args.port, ...args.health }),
        writable: args.writable,
        grace: args.drain,
    };
    const containers = Array.from({ length: Math.max(1, args.instances.min) }, (_, index) =>
        runningContainer(engine, containerNameOf(name, index), description, {
            parent,
            dependsOn: [...(args.after ?? [])],
        }),
    );
    engine.inventory.services.set(
        args.serviceName,
        containers.map((_, index) => componentOf(engine, containerNameOf(name, index))),
    );
    const [first] = containers;
    if (first === undefined) throw new RangeError(`${args.serviceName} has no instance`);
    return {
        serviceName: args.serviceName,
        name: pulumi.output(args.serviceName),
        url: pulumi.output(`http://${args.serviceName}:${args.port}`),
        port: args.port,
        protocol: "http",
        reachedPrivately: true,
        revision: pulumi.output(args.release),
        identity: identityOf(engine, args.serviceName),
        resource: first,
        admit: () => [],
    };
}

const containerNameOf = (name: string, index: number): string => `${name}-container-${index + 1}`;

/** A container has no identity: what it may do, it may by what it is handed and by the networks that it is in. */
export const identityOf = (engine: Engine, account: string): Identity => ({
    id: pulumi.output(account),
    member: pulumi.output(account),
    resource: engine,
});
