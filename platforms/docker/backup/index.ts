import type * as pulumi from "@pulumi/pulumi";
import type { DumpTarget, S3Target } from "../../../environment/schema/dumps";
import { toMebibytes, toSeconds } from "../../../environment/units";
import type { ContainerDescription } from "../container";
import type { MountedText } from "../files";
import { secretsFolder } from "../secrets";
import { rcloneConfiguration, type StorageKey, shippedTo } from "./rclone";
import { scriptsFolder, scriptsFor } from "./scripts";

export type { StorageKey } from "./rclone";

/** A PostgreSQL server's database, as a container on its network reaches it. */
export interface DatabaseAccess {
    readonly host: pulumi.Input<string>;
    readonly port: number;
    readonly database: string;
    /** A superuser, or the owner of everything in the database. */
    readonly user: string;
    readonly password: pulumi.Input<string>;
}

export interface BackUpArgs {
    /** The server's own image: the tools must be of the server's version, with its extensions. */
    readonly image: string;
    readonly database: DatabaseAccess;
    /** Start of the daily backup, `HH:MM` in UTC. */
    readonly at: string;
    /** Days whose backups are kept. */
    readonly keep: number;
    readonly target: DumpTarget;
    /** Volume that a proof restores into, and that backups wait in for being shipped to storage. */
    readonly work: pulumi.Input<string>;
}

export interface ShipArgs extends Pick<BackUpArgs, "keep"> {
    readonly environment: string;
    /** rclone's. */
    readonly image: string;
    /** Image of the server, whose user the files belong to. */
    readonly serverImage: string;
    readonly database: Pick<DatabaseAccess, "database">;
    readonly target: S3Target;
    readonly key: StorageKey;
    /** The volume that backups wait in. */
    readonly work: pulumi.Input<string>;
}

/** A container without what the platform gives it: networks, and the carrier of its files. */
export interface BackUpContainer extends Omit<ContainerDescription, "networks" | "files"> {
    /** What it finds in which folder. */
    readonly texts: Readonly<Record<string, readonly MountedText[]>>;
    /** Folders of the host that it writes into, by the path that it finds them at. */
    readonly ontoHost?: Readonly<Record<string, string>> | undefined;
}

/** The folder that a backup is written into: a mounted path. */
const mounted = "/backups";

/**
 * The images give this folder to their user, and Docker gives a new volume what the image has at the place that it is
 * mounted at: so another user than root can write there, under a read-only root. It must be a volume by name, because a
 * container that lends its files lends the image's own nameless volume too, for reading only.
 * https://docs.docker.com/engine/storage/volumes/#populate-a-volume-using-a-container
 */
const data = "/var/lib/postgresql/data";

/**
 * The user `postgres` of the image, by number, since rclone's image has no such name: 70 on Alpine, 999 on Debian.
 * https://github.com/docker-library/postgres/blob/master/Dockerfile-alpine.template
 */
export const userOf = (image: string): string => (/[:-]alpine|alpine\d/.test(image) ? "70:70" : "999:999");

/** Takes the backups, once a day, and proves and restores them when somebody asks. */
export function backUpContainer(args: BackUpArgs): BackUpContainer {
    const { image, database, at, keep, target, work } = args;
    return {
        image,
        user: userOf(image),
        entryPoint: ["sh", `${scriptsFolder}/schedule.sh`],
        variables: {
            PGHOST: database.host,
            PGPORT: String(database.port),
            PGDATABASE: database.database,
            PGUSER: database.user,
            BACKUP_PASSWORD_FILE: `${secretsFolder}/password`,
            BACKUP_DIRECTORY: target.kind === "path" ? mounted : waitingIn(data),
            BACKUP_FILE_SYSTEM: target.kind === "path" ? target.fileSystem : "any",
            BACKUP_SCRATCH: data,
            BACKUP_AT: at,
            BACKUP_KEEP: String(keep),
        },
        texts: {
            [scriptsFolder]: scriptsFor("database"),
            [secretsFolder]: [{ name: "password", content: database.password }],
        },
        ...(target.kind === "path" ? { ontoHost: { [mounted]: target.path } } : {}),
        volumes: { [data]: work },
        scratch: { "/tmp": toMebibytes(64) },
        health: healthBy("health.sh"),
        cpu: 1,
        memory: toMebibytes(512),
        // A dump that is being taken is given up, and taken anew at the next start.
        grace: toSeconds(10),
    };
}

/** Copies finished backups to storage outside, checks the copies and lets old ones go. */
export function shipContainer(args: ShipArgs): BackUpContainer {
    const { environment, image, serverImage, database, keep, target, key, work } = args;
    return {
        image,
        user: userOf(serverImage),
        entryPoint: ["sh", `${scriptsFolder}/ship.sh`],
        variables: {
            PGDATABASE: database.database,
            BACKUP_DIRECTORY: waitingIn(mounted),
            BACKUP_KEEP: String(keep),
            SHIP_TO: shippedTo(target, environment),
            SHIP_DELETES: target.expiry === "delete" ? "yes" : "no",
            RCLONE_CONFIG: `${secretsFolder}/rclone.conf`,
            // The root cannot be written, and the user has no home.
            RCLONE_CACHE_DIR: "/tmp/rclone",
            HOME: "/tmp",
        },
        texts: {
            [scriptsFolder]: scriptsFor("shipping"),
            [secretsFolder]: [{ name: "rclone.conf", content: rcloneConfiguration(target, key) }],
        },
        volumes: { [mounted]: work },
        scratch: { "/tmp": toMebibytes(64) },
        health: healthBy("ship.sh", "health"),
        cpu: 0.5,
        memory: toMebibytes(256),
        grace: toSeconds(10),
    };
}

const waitingIn = (folder: string): string => `${folder}/backups`;

const healthBy = (script: string, ...args: readonly string[]) => ({
    test: ["CMD", "sh", `${scriptsFolder}/${script}`, ...args],
    interval: toSeconds(60),
    timeout: toSeconds(10),
    retries: 3,
    startPeriod: toSeconds(60),
});
