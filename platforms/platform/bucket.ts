import type * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../../environment/units";
import type { Grantee } from "./identity";

export interface BucketArgs {
    /** What is in it, in kebab case: part of its name. */
    readonly called: string;
    /** Nobody can change or delete a file before it is this old. `locked`: nor shorten the time, ever again. */
    readonly retention?: { readonly period: Seconds; readonly locked: boolean } | undefined;
    /** Age at which a file is deleted, in whole days. Default: never. */
    readonly expireAfter?: Seconds | undefined;
    /** Groups of people who may read it, by address. Default: none. */
    readonly readers?: readonly string[] | undefined;
}
export interface Bucket {
    readonly name: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
    /** Lets the identity read files and list them. */
    grantReading(name: string, identity: Grantee, parent: pulumi.Resource): pulumi.Resource;
    /** Lets the identity add files; it can neither read, replace nor delete one. */
    grantWriting(name: string, identity: Grantee, parent: pulumi.Resource): pulumi.Resource;
}
