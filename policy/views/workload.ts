import type { ResourceFacts, Value } from "../facts";
import type { PlatformName, Scope } from "../rule";
import { judged } from "./survey";
import type { Variable } from "./variable";
import { asCloudFunction } from "./workloads/cloud-function";
import { asCloudRun } from "./workloads/cloud-run";
import { asKnativeService } from "./workloads/cloud-run-v1";
import { asContainer } from "./workloads/docker";
import { asKubernetes } from "./workloads/kubernetes";
import { asWorker } from "./workloads/worker";

/** Something that runs code, whatever runs it. */
export interface Workload {
    readonly resource: ResourceFacts;
    readonly platform: PlatformName;
    /** `files`: it never runs, and only holds files that others are lent. */
    readonly kind: "service" | "job" | "pool" | "function" | "edge" | "files";
    /** The name that the platform knows it by; the resource's where it is not known. */
    readonly name: string;
    readonly images: readonly Value[];
    /** Nothing where none is given: the platform's default. */
    readonly identity: Value | undefined;
    readonly variables: readonly Variable[];
    /** Names of secrets other than those of single variables: mounted, or handed over whole. */
    readonly secrets: readonly Value[];
    readonly volumes: readonly Volume[];
    /** Networks that no property of their own names (`uses`): Docker's, and what stands in annotations. */
    readonly networks: readonly Value[];
    readonly labels: Readonly<Record<string, string>>;
    readonly scaling: Scaling;
    /** Of the figures, those that are there but not known yet: nobody must take them for left out. */
    readonly unread: ReadonlySet<"scaling" | "timeout" | "grace">;
    /** Longest request, in seconds. */
    readonly timeout: number | undefined;
    /** From the signal to stop until it is killed, in seconds, where that can be chosen. */
    readonly grace: number | undefined;
    /** Whether anybody may call it without an identity; nothing where other resources decide (IAM). */
    readonly open: Value | undefined;
    /** Whether the platform checks that it answers. */
    readonly probed: boolean;
}

export interface Volume {
    /** `lent`: all the volumes of another container. */
    readonly kind: "cloud-sql" | "file-share" | "named" | "lent" | "host-path";
    readonly source: Value;
    readonly path: string;
}

export interface Scaling {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly concurrency?: number | undefined;
    readonly concurrencyUtilization?: number | undefined;
    readonly cpuUtilization?: number | undefined;
}

const readers: Readonly<Record<string, (resource: ResourceFacts) => Workload>> = {
    "gcp:cloudrunv2/service:Service": asCloudRun,
    "gcp:cloudrunv2/job:Job": asCloudRun,
    "gcp:cloudrunv2/workerPool:WorkerPool": asCloudRun,
    "gcp:cloudrun/service:Service": asKnativeService,
    "gcp:cloudfunctionsv2/function:Function": asCloudFunction,
    "gcp:cloudfunctions/function:Function": asCloudFunction,
    "docker:index/container:Container": asContainer,
    "docker:index/service:Service": asContainer,
    "cloudflare:index/workersScript:WorkersScript": asWorker,
    "cloudflare:index/workerScript:WorkerScript": asWorker,
};

const kubernetesKinds = /^kubernetes:[\w./]+:(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)$/;

const read = new WeakMap<ResourceFacts, Workload | null>();

export function asWorkload(resource: ResourceFacts): Workload | undefined {
    let workload = read.get(resource);
    if (workload === undefined) {
        const reader = readers[resource.type] ?? (kubernetesKinds.test(resource.type) ? asKubernetes : undefined);
        workload = reader?.(resource) ?? null;
        read.set(resource, workload);
    }
    return workload ?? undefined;
}

/** The workloads that rules judge. What is only read is managed, and judged, elsewhere; what never runs is none. */
export const workloads = (scope: Scope): readonly Workload[] =>
    judged(scope).flatMap((resource) => {
        const workload = resource.external ? undefined : asWorkload(resource);
        return workload === undefined || workload.kind === "files" ? [] : [workload];
    });
