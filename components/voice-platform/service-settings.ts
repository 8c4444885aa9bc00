import {
    concurrencyOf,
    type Environment,
    imageOf,
    instancesOf,
    isBehindBalancer,
    type Service as ServiceConcern,
    serviceNameOf,
} from "../../environment";
import type { Platform } from "../../platforms/platform";
import type { Secrets } from "../secrets";
import type { ServiceSettings } from "../service-args";

/** What the environment says of any of its services, as the service's component takes it. */
export function serviceSettings(
    environment: Environment,
    concern: ServiceConcern,
    platform: Platform,
    vault: Secrets,
): ServiceSettings {
    const described = environment[concern];
    // Pulumi says of a concern, not of a variable, whether anything in it was encrypted: then all of them are sealed.
    const encrypted = environment.encrypted.has(concern);
    return {
        platform,
        vault,
        serviceName: serviceNameOf(environment, concern),
        image: imageOf(environment, concern).reference,
        release: environment.release.name,
        servingRevision: environment.release.serving[concern],
        command: described.command,
        args: described.args,
        cpu: described.cpu,
        memory: described.memory,
        instances: instancesOf(environment, concern),
        concurrency: concurrencyOf(environment, concern),
        timeout: described.timeout,
        port: described.port,
        health: described.health,
        public: described.public,
        publicBy: described.publicBy,
        reachedBy: isBehindBalancer(environment) ? "balancer" : "internet",
        secretsAs: described.secretsAs,
        writable: described.writable,
        observability: environment.observability,
        secrets: described.secrets,
        variables: encrypted ? {} : described.variables,
        sealed: encrypted ? described.variables : {},
    };
}
