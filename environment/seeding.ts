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

/** Where production's half puts the dump: pre-production's bucket, or its volume. */
export function depositOf({ bucket, volume }: SeedingSource): string {
    const into = bucket ?? volume;
    if (into === undefined) throw new RangeError("the seeding has neither a bucket nor a volume");
    return into;
}

/** What the dump goes by, as either half names it: `bucket …` or `volume …`. */
export function seedPlaceOf({ gcp, seeding }: Pick<Placed, "gcp"> & { readonly seeding?: Seeding | undefined }) {
    if (seeding === undefined) return undefined;
    if (seeding.volume !== undefined) return `volume ${seeding.volume}`;
    const bucket = seeding.role === "source" ? seeding.bucket : seedBucketOf({ gcp });
    return bucket === undefined ? undefined : `bucket ${bucket}`;
}
