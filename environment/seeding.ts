import type { GoogleCloudLocation } from "./schema/environment";
import type { Seeding, SeedingSource } from "./schema/seeding";

/** What the two sides of a seeding know of each other: names that follow from a stack's own, and nothing else. */
interface Placed {
    readonly name: string;
    /** Nothing where the environment is not on Google Cloud, which has no such accounts and buckets. */
    readonly gcp?: Pick<GoogleCloudLocation, "project"> | undefined;
}

/** Longest name of a stack that has an anonymiser: an account's name has at most 30 characters. */
export const longestSourceName = 30 - "-anonymiser".length;

/** The account of production's anonymiser. */
export const anonymiserOf = ({ name }: Pick<Placed, "name">): string => `${name}-anonymiser`;

/** Its address, which pre-production declares as `seeding.writer`. */
export const anonymiserAddressOf = ({ name, gcp }: Placed): string | undefined =>
    gcp && `${anonymiserOf({ name })}@${gcp.project}.iam.gserviceaccount.com`;

/** The job of production's that runs as the anonymiser. */
export const anonymiseJobOf = ({ name }: Pick<Placed, "name">): string => `anonymise-${name}`;

/** What pre-production's bucket for dumps holds, the last part of its name. */
export const seedBucket = "seed";

/** Its whole name, which production declares as `seeding.bucket`. */
export const seedBucketOf = ({ gcp }: Pick<Placed, "gcp">): string | undefined => gcp && `${gcp.project}-${seedBucket}`;

/** Where the anonymiser is told to put the dump. */
export const dumpVariable = "DUMP_URL";
export const dumpUrl = (bucket: string): string => `gs://${bucket}`;

/** Where both sides find the dumps of a volume. */
export const dumpFolder = "/dump";
export const dumpFolderUrl = `file://${dumpFolder}`;

/** The volume of pre-production's that takes the dump on a Docker host: it follows from the stack, so it is nobody else's. */
export const seedVolumeOf = (project: string, stack: string): string => `${project}-${stack}-${seedBucket}-files`;

/** Where production's half puts the dump: pre-production's bucket, or its volume. */
export function depositOf({ bucket, stack }: SeedingSource, project: string): string {
    const into = bucket ?? (stack && seedVolumeOf(project, stack));
    if (into === undefined) throw new RangeError("the seeding has neither a bucket nor a stack");
    return into;
}

/** What the dump goes by, as either half names it. */
export function seedPlaceOf({ name, gcp, seeding }: Placed & { readonly seeding?: Seeding | undefined }) {
    if (seeding === undefined) return undefined;
    if (gcp === undefined) {
        const stack = seeding.role === "source" ? seeding.stack : name;
        return stack === undefined ? undefined : `volume of ${stack} for dumps`;
    }
    const bucket = seeding.role === "source" ? seeding.bucket : seedBucketOf({ gcp });
    return bucket === undefined ? undefined : `bucket ${bucket}`;
}
