import { imageOf } from "../../environment";
import {
    anonymiseJobOf,
    anonymiserAddressOf,
    anonymiserOf,
    dumpFolder,
    dumpUrl,
    dumpVariable,
    seedBucketOf,
    seedVolumeOf,
} from "../../environment/seeding";
import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { projectOfPrefix } from "../urn";
import { bucketsMeant } from "../views/bucket";
import type { Container, Mount } from "../views/docker/container";
import { items, text } from "../views/read";
import { survey } from "../views/survey";
import type { Variable } from "../views/variable";
import { asWorkload } from "../views/workload";
import { saysOnly } from "./says-only";

/**
 * The one way in which data of production's may leave it: its anonymiser writes the anonymised dump into pre-production's
 * bucket, or volume. Each side declares its half in its stack file; what is asked here allows exactly that half and not an inch more.
 */
type Context = Pick<Scope, "environment" | "resources">;

/** Pre-production's half: the declared writer may add files, and nothing else, to the bucket for dumps. */
export function isDeclaredWriter(scope: Context, { type, inputs }: ResourceFacts): boolean {
    const { seeding } = scope.environment;
    return (
        seeding?.role === "target" &&
        type === "gcp:storage/bucketIAMMember:BucketIAMMember" &&
        inputs.role === "roles/storage.objectCreator" &&
        inputs.member === `serviceAccount:${seeding.writer}` &&
        saysOnly(inputs, said) &&
        isSeedBucket(scope, inputs.bucket)
    );
}

/** Production's half: the declared bucket, as the job that runs as the anonymiser is told it. */
export function isDeclaredDump(
    scope: Context,
    resource: ResourceFacts,
    { name, value }: Pick<Variable, "name" | "value">,
): boolean {
    const { seeding } = scope.environment;
    return (
        seeding?.role === "source" &&
        seeding.bucket !== undefined &&
        name === dumpVariable &&
        value === dumpUrl(seeding.bucket) &&
        isAnonymiseJob(scope, resource)
    );
}

/**
 * Production's half on Docker: the volume of the stack that it declares, in the one container that waits for the schedule
 * and then runs the API's own image, and that publishes no port.
 */
export function isDeclaredDeposit(
    { environment, urnPrefix }: Pick<Scope, "environment" | "urnPrefix">,
    container: Container,
    { from, source, path }: Mount,
): boolean {
    const { seeding } = environment;
    return (
        seeding?.role === "source" &&
        seeding.stack !== undefined &&
        from === "volume" &&
        source === seedVolumeOf(projectOfPrefix(urnPrefix), seeding.stack) &&
        path === dumpFolder &&
        isScheduledAnonymiser(environment, container)
    );
}

function isScheduledAnonymiser(environment: Scope["environment"], { component, ports, resource }: Container): boolean {
    const [shell, script] = items(resource.inputs.entrypoints).map(text);
    return (
        /(^|-)anonymiser-export$/.test(component ?? "") &&
        ports.length === 0 &&
        text(resource.inputs.image) === imageOf(environment, "api").reference &&
        shell === "sh" &&
        script === "/schedule/schedule.sh"
    );
}

/** Everything that the permission may say. */
const said: ReadonlySet<string> = new Set(["bucket", "role", "member"]);

/** The bucket of this stack that has the name which follows from the environment's project. */
function isSeedBucket(scope: Context, value: Value | undefined): boolean {
    if (scope.environment.gcp === undefined) return false;
    const meant = bucketsMeant(scope, value);
    return meant.length === 1 && meant[0]?.resource.inputs.name === seedBucketOf(scope.environment);
}

function isAnonymiseJob(scope: Context, resource: ResourceFacts): boolean {
    const { environment } = scope;
    if (resource.type !== "gcp:cloudrunv2/job:Job" || resource.inputs.name !== anonymiseJobOf(environment))
        return false;
    const identity = asWorkload(resource)?.identity;
    if (!(identity instanceof Partial)) return identity !== undefined && identity === anonymiserAddressOf(environment);
    const accounts = new Set(
        identity.references.flatMap(({ urn }) => {
            const source = survey(scope).byUrn.get(urn);
            return source?.type === "gcp:serviceaccount/account:Account" && !source.external ? [source] : [];
        }),
    );
    const [account, ...others] = accounts;
    return others.length === 0 && account?.inputs.accountId === anonymiserOf(environment);
}
