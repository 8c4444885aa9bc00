import { isDeclaredDeposit, isDeclaredDump } from "../../declared/anonymiser";
import { apartFromShared, holdsVariables, isDeclaredShared } from "../../declared/shared-stack";
import { Partial, type ResourceFacts, type Value } from "../../facts";
import { bundled } from "../../recognise/bundle";
import type { Finding, Rule, Scope } from "../../rule";
import {
    asDockerContainer,
    asWorkload,
    type Container,
    called,
    dataAddresses,
    field,
    foreignSource,
    fromOtherStack,
    isEngineStore,
    isUnknown,
    isWithin,
    items,
    judged,
    leavesOf,
    type Mount,
    pieces,
    projectOf,
    storedValues,
    survey,
    takenOver,
    text,
    unprovenAddress,
    unprovenDockerName,
    unprovenName,
    unprovenOrigin,
    uses,
    type Variable,
    type Volume,
    valuesOf,
    variablesOf,
    type Workload,
} from "../../views";
import { unprovenBinding } from "../../views/binding";
import { delivered } from "../../views/docker/delivered";
import { isBucketKey } from "../../views/uses";

export const ownDataSources: Rule = {
    name: "own-data-sources",
    kind: "isolation",
    forbids: "Every database, cache, bucket, queue and volume that something uses must be of its own environment.",
    why: "An environment that reaches another's data can read it, change it or fill it with its own.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORA-6", "ORA-11", "ACG-10", "VOX-3"],
    repair: "Refer to a resource that this stack registers (`database.url`) instead of writing an address or reading another stack.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        for (const resource of judged(scope)) {
            // Where a provider finds its servers is no data; what is made through it is judged by itself.
            if (resource.external || resource.type.startsWith("pulumi:")) continue;
            yield* ofVariables(scope, resource);
            yield* ofFiles(scope, resource);
            yield* ofProperties(scope, resource);
            yield* ofSources(scope, resource);
            yield* ofOtherStacks(scope, resource);
            const workload = asWorkload(resource);
            if (workload !== undefined) yield* ofWorkload(scope, workload);
            yield* ofDockerVolume(scope, resource);
            yield* ofDockerHosts(scope, resource);
        }
    },
};

function* ofVariables(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const variable of valuesOf(scope, resource)) {
        if (isDeclaredDump(scope, resource, variable)) continue;
        const why = unprovenVariable(scope, resource, variable);
        if (why !== undefined)
            yield { urn: resource.urn, message: `${called(resource, variable)} cannot be used here: ${why}.` };
    }
}

/** Settings in a file that the stack writes: `DATABASE_HOST=10.0.0.3`. What a script puts in later is no address. */
function* ofFiles(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const [index, upload] of items(asDockerContainer(resource) && resource.inputs.uploads).entries()) {
        if (isUnknown(upload) || (field(upload, "source") ?? "") === "") continue;
        yield {
            urn: resource.urn,
            message: `uploads[${index}] is read from a file when it is deployed, so nothing says what data it leads to.`,
        };
    }
    const files = new Map(
        variablesOf(resource).flatMap(({ file, path }) => (file === undefined ? [] : [[path, file] as const])),
    );
    if (files.size === 0) return;
    for (const setting of bundled(scope, resource)) {
        const file = files.get(setting.path);
        if (file === undefined || /^[$%{<(`\\]/.test(pieces(setting.value).text)) continue;
        const why = unprovenVariable(scope, resource, setting);
        if (why !== undefined)
            yield { urn: resource.urn, message: `${setting.name} in the file ${file} cannot be used here: ${why}.` };
    }
}

function unprovenVariable(scope: Scope, resource: ResourceFacts, variable: Variable): string | undefined {
    for (const address of dataAddresses(variable)) {
        const why = unprovenAddress(scope, resource, variable.property, address);
        if (why !== undefined) return why;
    }
    return (
        unprovenOrigin(scope, apartFromShared(scope, variable.value)) ??
        unprovenBinding(scope, resource, variable) ??
        unprovenFile(scope, resource, variable)
    );
}

/** `DATABASE_URL_FILE`, where the file is none that the stack writes: whose address lies in it, nobody can say. */
function unprovenFile(scope: Scope, resource: ResourceFacts, variable: Variable): string | undefined {
    const { name, value } = delivered(scope, resource, variable);
    if (name === variable.name || !(value instanceof Partial) || value.parts.length > 0) return undefined;
    const leadsToData = dataAddresses({ ...variable, name, value: "there" }).length > 0;
    return leadsToData ? "the address lies in a file that this stack does not write" : undefined;
}

function* ofProperties(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const { kind, path, value, ...at } of uses(resource)) {
        if (kind !== "data") continue;
        const why =
            unprovenOrigin(scope, value) ??
            unprovenName(scope, resource, at, value) ??
            (isBucketKey(at.key) || isBucketPath(value) ? unprovenBucket(scope, value) : undefined);
        if (why !== undefined)
            yield { urn: resource.urn, message: `${path} names data that cannot be used here: ${why}.` };
    }
}

/** How a bucket is written where other things may stand as well: the destination of a log sink, a source of data. */
const bucketPath = /^(gs:\/\/|storage\.googleapis\.com\/)/;
const isBucketPath = (value: Value): boolean => typeof value === "string" && bucketPath.test(value);

/**
 * All of Google Cloud shares the names of buckets, so a written one may be anybody's. It is this environment's if the
 * stack registers it, or if it begins with the name of the environment's project.
 */
function unprovenBucket(scope: Scope, value: Value): string | undefined {
    if (typeof value !== "string" || value === "") return undefined;
    const name = value.replace(bucketPath, "").split("/")[0] ?? "";
    if (name.startsWith(projectOf(scope.environment))) return undefined;
    const buckets = survey(scope).byType.get("gcp:storage/bucket:Bucket") ?? [];
    const registered = buckets.some(({ external, inputs }) => !external && inputs.name === name);
    return registered ? undefined : `this stack registers no bucket of the name "${name}", which may be anybody's`;
}

function* ofWorkload(scope: Scope, workload: Workload): Generator<Finding> {
    const container = asDockerContainer(workload.resource);
    if (container !== undefined) return yield* ofMounts(scope, container);
    for (const volume of workload.volumes) {
        const why = unprovenVolume(scope, workload, volume);
        if (why !== undefined)
            yield {
                urn: workload.resource.urn,
                message: `The volume at ${volume.path} cannot be used here: ${why}.`,
            };
    }
}

function unprovenVolume(scope: Scope, { resource }: Workload, { kind, source }: Volume): string | undefined {
    const why = unprovenOrigin(scope, source);
    if (why !== undefined) return why;
    if (kind === "cloud-sql") return unprovenName(scope, resource, { property: "template" }, source);
    return kind === "file-share" ? unprovenHost(scope, resource, "volumes", source) : undefined;
}

function* ofMounts(scope: Scope, container: Container): Generator<Finding> {
    for (const mount of container.mounts) {
        yield* ofDriver(scope, container.resource, "mounts", mount.driverOptions);
        const why = unprovenMount(scope, container, mount);
        if (why !== undefined)
            yield {
                urn: container.resource.urn,
                message: `The volume at ${mount.path} cannot be used here: ${why}.`,
            };
    }
}

function unprovenMount(scope: Scope, container: Container, mount: Mount): string | undefined {
    const { from, source } = mount;
    // Nobody else has an anonymous volume.
    if (from === "anonymous" || source === undefined || isDeclaredDeposit(scope, container, mount)) return undefined;
    const { resource } = container;
    if (from !== "host") return unprovenDockerName(scope, resource, "volumes", from, source);
    return unprovenOrigin(scope, source) ?? (isEngineStore(source) ? inEngineStore : undefined);
}

const inEngineStore = "the engine keeps there what every container of the host has stored";

const unprovenHost = (scope: Scope, resource: ResourceFacts, property: string, source: Value): string | undefined =>
    typeof source === "string"
        ? unprovenAddress(scope, resource, property, { written: source, references: [], form: "host" })
        : undefined;

/** A volume by a name that is another environment's, or whose driver finds its data elsewhere. */
function* ofDockerVolume(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    const { urn, type, inputs } = resource;
    if (type !== "docker:index/volume:Volume") return;
    const taken = takenOver(scope, resource);
    if (taken !== undefined) yield { urn, message: `The volume is not this environment's: ${taken}.` };
    yield* ofDriver(scope, resource, "driverOpts", inputs.driverOpts);
}

/** Where a volume's driver finds its data: a device, a folder or a server. https://docs.docker.com/engine/storage/volumes/ */
function* ofDriver(
    scope: Scope,
    resource: ResourceFacts,
    property: string,
    options: Value | undefined,
): Generator<Finding> {
    const { urn } = resource;
    const device = field(options, "device");
    if (isEngineStore(device)) yield { urn, message: `The volume's device cannot be used here: ${inEngineStore}.` };
    const [, mounted] = /(?:^|,)addr=([^,]+)/.exec(text(field(options, "o")) ?? "") ?? [];
    const [, share] = /^\/\/([^/]+)\//.exec(text(device) ?? "") ?? [];
    for (const host of [mounted, share]) {
        const why = host === undefined ? undefined : unprovenHost(scope, resource, property, host);
        if (why !== undefined) yield { urn, message: `The volume's server cannot be used here: ${why}.` };
    }
}

/** A name that leads to this environment's data must not be written to another address. */
function* ofDockerHosts(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    if (!resource.type.startsWith("docker:")) return;
    for (const [index, entry] of items(resource.inputs.hosts).entries()) {
        const name = text(field(entry, "host"));
        if (name === undefined || !survey(scope).names.has(name)) continue;
        yield {
            urn: resource.urn,
            message: `hosts[${index}] leads the name of a resource of this stack to a written address.`,
        };
    }
}

/** What the engine knows already is plain text; that it comes from elsewhere, only the property's dependencies tell. */
function* ofSources(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    const all = isRun.test(resource.type)
        ? Object.keys(resource.propertyDependencies)
        : usedProperties(scope, resource);
    for (const property of new Set(all)) {
        const why = foreignSource(
            scope,
            resource,
            property,
            (urn) => isDeclaredShared(scope, urn) && holdsVariables(resource, property),
        );
        if (why !== undefined)
            yield { urn: resource.urn, message: `Something in ${property} cannot be used here: ${why}.` };
    }
}

/** What makes workloads and their data. DNS and the edge may lead to what stacks share. */
const isRun = /^(gcp|docker|kubernetes):/;

const usedProperties = (scope: Scope, resource: ResourceFacts): readonly string[] =>
    asWorkload(resource) === undefined
        ? storedValues(scope, resource).map(({ property }) => property)
        : Object.keys(resource.propertyDependencies);

/** Anything else that is made from another stack: the image apart, which is promoted from one to the next. */
function* ofOtherStacks(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    if (!isRun.test(resource.type)) return;
    const told = new Set([...valuesOf(scope, resource), ...uses(resource)].map(({ path }) => path));
    for (const { key, path, value } of leavesOf(resource)) {
        if (key === "image" || isWithin(path, told)) continue;
        const why = fromOtherStack(scope, value);
        if (why !== undefined) yield { urn: resource.urn, message: `${path} cannot be made from this: ${why}.` };
    }
}
