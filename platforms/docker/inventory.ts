import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes } from "../../environment/units";
import type { Server } from "./psql-job";

/**
 * What the environment runs on the engine, as each maker leaves it for monitoring: how a server is opened, and by which
 * `component` its containers are known among those of other environments.
 */
export class Inventory {
    postgres: RunningPostgres | undefined;
    redis: RunningRedis | undefined;
    front: RunningFront | undefined;
    /** Components of the containers that take, ship and keep backups. */
    readonly backups: string[] = [];
    /** Components of the containers that run to their end. */
    readonly jobs: string[] = [];
    /** Components of the containers that wait for their schedule, and are unhealthy from a failed run to the next good one. */
    readonly schedules: string[] = [];
    /** Components of a service's containers, by the service's name. */
    readonly services = new Map<string, readonly string[]>();
}

/** The user is the owner of everything in the database, and a superuser where the server was made for it. */
export interface RunningPostgres extends Server {
    readonly component: string;
    readonly maxConnections: number;
    readonly memory: Mebibytes;
    readonly resource: pulumi.Resource;
}

export interface RunningRedis {
    readonly component: string;
    readonly host: pulumi.Output<string>;
    readonly password: pulumi.Output<string>;
    /** The most that it keeps. */
    readonly memory: Mebibytes;
    readonly resource: pulumi.Resource;
}

export interface RunningFront {
    readonly component: string;
    readonly host: pulumi.Output<string>;
    /** Port of its figures, inside the services' network. */
    readonly status: number;
    readonly resource: pulumi.Resource;
}
