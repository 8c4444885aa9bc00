import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as cloudflare from "@pulumi/cloudflare";
import * as pulumi from "@pulumi/pulumi";
import { inEnvironment, shorten } from "../names";
import { proxiedRecord } from "./proxied-record";

export interface WorkerEntryArgs {
    readonly environment: string;
    /** Cloudflare's identifiers: 32 hexadecimal digits each. */
    readonly accountId: string;
    readonly zoneId: string;
    /** Public host names, each with the address of the service that answers for it, `https://….run.app`. */
    readonly origins: Readonly<Record<string, pulumi.Input<string>>>;
    /** Public host names that lead to another host name. Default: none. */
    readonly redirects?: Readonly<Record<string, string>> | undefined;
}

/** Decides which behaviour of the runtime the Worker gets; moved on purpose only. */
const compatibilityDate = "2025-09-01";
/** Characters of a Worker's name: https://developers.cloudflare.com/workers/platform/limits */
const longestScriptName = 63;
const source = join(__dirname, "entry-worker.mjs");

/**
 * The way in from Cloudflare's edge to Cloud Run without a load balancer: one Worker, and a route and a DNS record for
 * each host name. A Worker is needed because Cloud Run answers only to its own host name, and overriding the Host header
 * otherwise is an enterprise feature.
 */
export class WorkerEntry extends pulumi.ComponentResource {
    constructor(name: string, args: WorkerEntryArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:WorkerEntry", name, { ...args }, opts);
        const hosts = [...Object.keys(args.origins), ...Object.keys(args.redirects ?? {})];

        const worker = this.worker(name, args);
        for (const host of hosts) {
            const record = proxiedRecord(`${name}-${host}-record`, { ...args, host, to: "worker" }, this);
            this.route(`${name}-${host}-route`, args.zoneId, host, worker, record);
        }
        this.registerOutputs({ hosts });
    }

    private worker(name: string, { environment, accountId, origins, redirects }: WorkerEntryArgs) {
        return new cloudflare.WorkersScript(
            `${name}-worker`,
            {
                accountId,
                // One account may hold the environments of several projects, and a script is replaced by its name.
                scriptName: shorten(`${pulumi.getProject()}-${inEnvironment(environment, name)}`, longestScriptName),
                content: readFileSync(source, "utf8"),
                mainModule: "entry-worker.mjs",
                compatibilityDate,
                bindings: [
                    { type: "plain_text", name: "ORIGINS", text: pulumi.jsonStringify(origins) },
                    { type: "plain_text", name: "REDIRECTS", text: JSON.stringify(redirects ?? {}) },
                ],
            },
            { parent: this },
        );
    }

    private route(
        name: string,
        zoneId: string,
        host: string,
        worker: cloudflare.WorkersScript,
        record: cloudflare.DnsRecord,
    ) {
        return new cloudflare.WorkersRoute(
            name,
            { zoneId, pattern: `${host}/*`, script: worker.scriptName },
            { parent: this, dependsOn: [record] },
        );
    }
}
