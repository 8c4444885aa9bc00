import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes, Seconds } from "../../environment/units";
import type { Bucket } from "./bucket";
import type { DataStore } from "./data-store";
import type { Identity } from "./identity";
import type { VaultSecret } from "./secret";
import type { SecretsAs, Variable } from "./service";

export interface JobArgs {
    /** Name that the platform knows the job by; at most 49 characters on Cloud Run. */
    readonly jobName: string;
    /** Name of the account that it runs as. Default: the job's. */
    readonly account?: string | undefined;
    /** Best a reference with a digest. */
    readonly image: string;
    readonly command?: readonly string[] | undefined;
    readonly args?: readonly string[] | undefined;
    readonly cpu: number;
    readonly memory: Mebibytes;
    /** Longest time that one try may take; at most 24 h. */
    readonly timeout: Seconds;
    /** Tries after a failed one, at most 10. */
    readonly retries: number;
    readonly variables: Readonly<Record<string, Variable>>;
    /** As of a service. */
    readonly secretsAs: SecretsAs;
    /** Data stores that the job talks to; it gets exactly these permissions. */
    readonly uses: readonly DataStore[];
    /** Buckets whose files it finds in a folder, to read and nothing else. */
    readonly folders?: readonly { readonly path: string; readonly bucket: Bucket }[] | undefined;
    /** Another environment's bucket, or volume, that it adds files to and can do nothing else in; the variable says where. */
    readonly deposit?: { readonly into: string; readonly variable: string } | undefined;
    /** Texts of the vault that it finds as files, each in a folder of its own: `/fixtures/customers.csv`. */
    readonly files?: readonly { readonly path: string; readonly text: VaultSecret }[] | undefined;
    /** Whether the job must reach private addresses. */
    readonly privateNetwork: boolean;
    /** What must be there, or must have ended well, before it runs. */
    readonly after?: readonly pulumi.Resource[] | undefined;
    /**
     * `needed`: the deployment runs it when it is made and whenever one of the reasons, or anything else of the job, has
     * changed, waits for its end and fails if it fails. `scheduled`: something else starts it, five cron fields in UTC.
     */
    readonly runs:
        | { readonly when: "needed"; readonly because: readonly string[] }
        | { readonly when: "scheduled"; readonly schedule: string };
}
export interface Job {
    readonly name: pulumi.Output<string>;
    readonly identity: Identity;
    /** Where the job runs when it is needed, this is there only after it has ended well. */
    readonly resource: pulumi.Resource;
}
