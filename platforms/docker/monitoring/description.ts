import type { Tier } from "../../../environment/tier";
import type { Mebibytes } from "../../../environment/units";
import type { WatchArgs, WatchedService } from "../../platform";

/**
 * One environment, as its monitoring sees it: what every text of it is made from. A `component` is the value of that label
 * of a container; with the labels `project` and `environment` it names the container wherever several share a host.
 */
export interface Monitored {
    readonly project: string;
    readonly environment: string;
    readonly tier: Tier;
    readonly objectives: WatchArgs["objectives"];
    readonly services: readonly MonitoredService[];
    /** What is asked as a visitor would; none where the environment has no public host names. */
    readonly hosts: readonly MonitoredHost[];
    /** The environment's own PostgreSQL. */
    readonly database?: MonitoredDatabase | undefined;
    /** The environment's own Redis. */
    readonly redis?: MonitoredRedis | undefined;
    /** nginx before the services. Each line of its access log is a JSON object, see `front/logging.ts`. */
    readonly front?: MonitoredFront | undefined;
    /** Components of the containers that the deployment runs to their end. */
    readonly jobs: readonly string[];
    /** Components of the containers that run something on a schedule; unhealthy from a failed run to the next good one. */
    readonly schedules: readonly string[];
    /** Addresses that get a mail. Where there are none, nothing sends any. */
    readonly notify: readonly string[];
    readonly mail?: MailServer | undefined;
}

/** `serviceName` stands in the front's access lines as `service`. */
export interface MonitoredService extends WatchedService {
    /** Of each of its containers. */
    readonly components: readonly string[];
}

export interface MonitoredHost {
    /** What it is for: `api`, `voice`, `web`. */
    readonly called: string;
    readonly host: string;
    /** Answers 2xx while the service can work: `https://www.example.com/api/health`. */
    readonly url: string;
}

export interface MonitoredDatabase {
    readonly component: string;
    readonly database: string;
    readonly maxConnections: number;
    readonly memory: Mebibytes;
    /** Of the containers that take, ship and keep its backups; unhealthy when a backup is late. */
    readonly backups: readonly string[];
}

export interface MonitoredRedis {
    readonly component: string;
    /** The most that it keeps: at that, writing fails. */
    readonly memory: Mebibytes;
}

export interface MonitoredFront {
    readonly component: string;
}

export interface MailServer {
    /** `smtp.example.com:587` */
    readonly server: string;
    /** Address that mails come from. */
    readonly from: string;
    /** Name to sign in with, with the secret SMTP_PASSWORD. */
    readonly user: string;
}
