import * as pulumi from "@pulumi/pulumi";
import { concurrencyOf, instancesOf } from "../environment/defaults";
import type { Seconds } from "../environment/units";
import { kebab } from "../platforms/names";
import type { Service, ServiceArgs, Variable } from "../platforms/platform";
import type { Backing } from "./backing";
import { mebibytes, seconds } from "./quantities";
import { Secrets } from "./secrets";
import type { ServiceSettings } from "./service-args";
import { common } from "./variables/common";
import { type Settings, together } from "./variables/settings";

/** What a component says of its service beyond what its caller may set. */
export interface Workload {
    /** The service's part of names: `voice-api` becomes `voice-api-staging`. */
    readonly kind: string;
    readonly port: number;
    readonly timeout: Seconds;
    readonly scaleOn: ServiceArgs["scaleOn"];
    readonly sticky: boolean;
    /** How long a leaving instance may take for what it has begun. Default: the request timeout. */
    readonly drain?: Seconds | undefined;
    readonly settings: readonly Settings[];
    /** Variables that come from other resources. */
    readonly wired?: Readonly<Record<string, Variable>> | undefined;
    readonly backings: readonly Backing[];
    /** Whether it calls a service that is closed to the internet. Default: false. */
    readonly callsPrivately?: boolean | undefined;
}

/** Runs a service with everything that the caller and the component said of it; children of `parent`. */
export function runService(name: string, args: ServiceSettings, workload: Workload, parent: pulumi.Resource): Service {
    const { platform, health = {} } = args;
    // Defaults by tier are written down once, for stack files and for these components alike.
    const scaled = { tier: platform.tier, api: { instances: args.instances, concurrency: args.concurrency } };
    return platform.service(
        name,
        {
            serviceName: serviceNameOf(args, workload.kind),
            image: args.image,
            release: args.release,
            servingRevision: args.servingRevision,
            command: args.command,
            args: args.args,
            port: args.port ?? workload.port,
            cpu: args.cpu ?? 1,
            memory: args.memory ?? mebibytes("512Mi"),
            instances: instancesOf(scaled, "api"),
            concurrency: concurrencyOf(scaled, "api"),
            scaleOn: workload.scaleOn,
            timeout: args.timeout ?? workload.timeout,
            health: {
                path: health.path ?? "/health",
                interval: health.interval ?? seconds("30s"),
                failures: health.failures ?? 2,
            },
            sticky: workload.sticky,
            public: args.public ?? true,
            publicBy: args.publicBy ?? "grant",
            reachedBy: args.reachedBy ?? "internet",
            variables: variablesOf(name, args, workload, parent),
            secretsAs: args.secretsAs ?? "files",
            drain: workload.drain ?? args.timeout ?? workload.timeout,
            writable: args.writable ?? false,
            uses: workload.backings.flatMap(({ stores }) => stores),
            privateNetwork:
                workload.callsPrivately === true || workload.backings.some(({ privateNetwork }) => privateNetwork),
            after: args.after,
        },
        parent,
    );
}

const serviceNameOf = ({ serviceName, platform }: ServiceSettings, kind: string): string =>
    serviceName ?? `${kind}-${platform.environment}`;

/** From the general to the particular, so that what the caller says wins. */
function variablesOf(
    name: string,
    args: ServiceSettings,
    { kind, settings, wired, backings }: Workload,
    parent: pulumi.Resource,
): Readonly<Record<string, Variable>> {
    const { clear, secret } = together(common(args.platform, args.observability), ...settings);
    const wanted = [...new Set([...secret, ...(args.secrets ?? [])])];
    const vault = args.vault ?? ownVault(name, args, wanted, parent);
    const fromVault = wanted.map((variable) => [variable, vault?.read(variable, kind)] as const);
    return {
        ...clear,
        ...Object.assign({}, ...backings.map(({ variables }) => variables)),
        ...wired,
        ...Object.fromEntries(fromVault),
        ...args.variables,
        ...sealed(name, args, kind, parent),
    };
}

/** A component that nobody gives a vault makes one, if it has a secret to put into it. */
const ownVault = (
    name: string,
    { platform }: ServiceSettings,
    wanted: readonly string[],
    parent: pulumi.Resource,
): Secrets | undefined => (wanted.length === 0 ? undefined : new Secrets(`${name}-vault`, { platform }, { parent }));

/** The service's name is part of theirs in the vault: two services may each have a `LOG_TOKEN`. */
const sealed = (name: string, args: ServiceSettings, kind: string, parent: pulumi.Resource): Record<string, Variable> =>
    Object.fromEntries(
        Object.entries(args.sealed ?? {}).map(([variable, value]) => {
            const called = `${kind}-${kebab(variable)}`;
            const secret = { called, value: pulumi.secret(value), renewal: "encrypted" } as const;
            return [variable, args.platform.secret(`${name}-${kebab(variable)}`, secret, parent)];
        }),
    );
