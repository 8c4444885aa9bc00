import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import type { Service, ServiceArgs } from "../platform";
import { grants, invoker } from "./access";
import { deletionOf } from "./deletion";
import type { Foundation } from "./foundation";
import { serviceAccount } from "./identity";
import { labels } from "./labels";
import { longest } from "./limits";
import { revisionTemplate } from "./revision";
import { launchStage, serviceScaling } from "./scaling";
import { trafficTo } from "./traffic";
import { secretsOf } from "./variables";

/**
 * A Cloud Run service under an identity of its own. Callers reach it at its `run.app` address on 443, whatever port the
 * container listens on. A rollout starts the new revision, waits for its startup probe, moves the traffic and lets the
 * old one finish its requests up to their timeout; from SIGTERM an instance has 10 seconds.
 * https://cloud.google.com/run/docs/container-contract#instance-shutdown
 */
export function cloudRunService(
    foundation: Foundation,
    name: string,
    args: ServiceArgs,
    parent: pulumi.Resource,
): Service {
    if (args.serviceName.length > longest.service)
        throw new RangeError(`the service name ${args.serviceName} is longer than Cloud Run's ${longest.service}`);
    const { project, region, tier, apis, network, rotation } = foundation;
    const description = `Runs ${args.serviceName}`;
    const identity = serviceAccount(foundation, `${name}-identity`, { account: args.serviceName, description }, parent);
    const granted = grants(name, args, identity, parent);
    const marks = labels(foundation, name);
    // An instance reads its secrets when it starts: a new generation of them needs new instances, so a new revision.
    const generation = secretsOf(args.variables).size > 0 ? rotation?.keepers : undefined;
    const template = revisionTemplate(args, identity, { ...marks, ...generation }, network);

    const service = new cloudrun.Service(
        `${name}-service`,
        {
            project,
            location: region,
            name: args.serviceName,
            labels: marks,
            ingress: ingressOf(args),
            invokerIamDisabled: args.public && args.publicBy === "no-check",
            launchStage: launchStage(args),
            deletionProtection: deletionOf[tier].protect,
            scaling: serviceScaling(args),
            template,
            traffics: trafficTo(args.servingRevision ?? template.revision),
        },
        {
            parent,
            // An instance starts only with every secret there and readable.
            dependsOn: [
                apis.enable("run"),
                ...granted,
                ...[...secretsOf(args.variables).keys()].flatMap((s) => s.ready),
                ...(args.after ?? []),
            ],
        },
    );
    if (args.public && args.publicBy === "grant") invoker(`${name}-public`, service, "allUsers", parent);
    const closed = args.reachedBy === "balancer";

    return {
        serviceName: args.serviceName,
        name: service.name,
        // A deployment that leaves services out (`--foundation`) runs on without the address of one that is not there yet,
        // and leaves out whatever is made from it. A reserved name leads nowhere: RFC 6761, 6.4.
        url: service.uri.apply((address) => address ?? `https://${args.serviceName}.invalid`),
        port: 443,
        protocol: "https",
        reachedPrivately: closed,
        revision: service.name.apply(() => template.revision),
        identity,
        resource: service,
        admit: (grant, caller, reader) => [
            ...(closed ? [network.runApp] : []),
            ...(args.public ? [] : [invoker(grant, service, caller.member, reader)]),
        ],
    };
}

/**
 * Behind a balancer nothing comes in from the internet but through it; the environment's own network stays inside.
 * Otherwise requests come from the edge over the internet, and the edge is the only address that is published.
 * https://cloud.google.com/run/docs/securing/ingress
 */
const ingressOf = ({ reachedBy }: ServiceArgs) =>
    reachedBy === "balancer" ? "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" : "INGRESS_TRAFFIC_ALL";
