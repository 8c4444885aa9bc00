import { dumpFolder } from "../../../environment/seeding";
import type { Seconds } from "../../../environment/units";

/**
 * How an anonymised dump gets from production to pre-production on one host, without a network between them: a volume of
 * pre-production's own, in which the owner and the mode of the folder say who may do what. Neither number is an account of
 * any image, so that not even a workload that runs as root owns the folder; capabilities are dropped, so root is nobody
 * special there.
 *
 * - Production's anonymiser (others: `-wx`) adds files. It sees no list, and what others have put there it can neither
 *   read, where they do not let it, nor replace nor delete (`t`).
 * - Pre-production's loader (group: `r-x`) lists and reads, and has the volume mounted for reading only.
 * - Nothing of pre-production's reaches production: what production mounts holds its own dumps and nothing else.
 */
const keeper = 64999;
const readers = 64998;

/** Run to its end, once, by pre-production as root with the capabilities CHOWN and FOWNER, before either side mounts it. */
export const prepared = (folder: string = dumpFolder): string =>
    `chown ${keeper}:${readers} '${folder}' && chmod 1753 '${folder}'`;

/** Lets dumps go that are older; run by pre-production as {@link keeperUser}, which owns the folder. */
export const expired = (keepFor: Seconds, folder: string = dumpFolder): string =>
    `find '${folder}' -mindepth 1 -maxdepth 1 -type f -mmin +${Math.floor(keepFor / 60)} -exec rm -f {} +`;

/** Who clears the folder. */
export const keeperUser = `${keeper}:${readers}`;

/** The group that the loader gets beside its image's own (`groupAdds`). */
export const readersGroup = String(readers);
