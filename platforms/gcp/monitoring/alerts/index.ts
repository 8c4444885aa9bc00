import { backups } from "./backups";
import { balancer } from "./balancer";
import { capacity } from "./capacity";
import { certificates } from "./certificates";
import { database } from "./database";
import { errors } from "./errors";
import { jobs } from "./jobs";
import { latency } from "./latency";
import { objectives } from "./objectives";
import { redis } from "./redis";
import { replicas } from "./replicas";
import { rotation } from "./rotation";
import { uptime } from "./uptime";
import type { Watcher } from "./watched";

/** Every subject that is watched where there is something of the kind. */
export const watchers: readonly Watcher[] = [
    errors,
    jobs,
    rotation,
    uptime,
    certificates,
    balancer,
    latency,
    capacity,
    database,
    backups,
    redis,
    replicas,
    objectives,
];
export type { Watched, Watcher } from "./watched";
