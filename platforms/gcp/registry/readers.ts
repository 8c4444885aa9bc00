import type * as artifactregistry from "@pulumi/gcp/artifactregistry";
import type * as pulumi from "@pulumi/pulumi";
import type { ImageRegistryArgs } from "../../platform";
import type { Foundation } from "../foundation";
import { grantTo } from "./grant";

/** Cloud Run's own account in a project, which pulls the images of its services: https://cloud.google.com/iam/docs/service-agents */
const runAgent = (projectNumber: string): string =>
    `serviceAccount:service-${projectNumber}@serverless-robot-prod.iam.gserviceaccount.com`;

/**
 * Lets the environments pull: Cloud Run's account in each, this one's included, and whoever deploys the others, because
 * Cloud Run holds a deployer to it as well. https://cloud.google.com/artifact-registry/docs/integrate-cloud-run
 *
 * Google refuses a permission for an account that does not exist yet, so the others' foundations come first.
 */
export function admitOthers(
    { environment, agents }: Foundation,
    name: string,
    args: ImageRegistryArgs,
    repository: artifactregistry.Repository,
    parent: pulumi.Resource,
): void {
    const { readers, deployers, publisher } = args;
    const agent = agents.of("run");
    grantTo(`${name}-read-by-${environment}`, args, { role: "reader", member: agent.member }, repository, parent, [
        agent,
    ]);
    for (const [reader, number] of Object.entries(readers))
        grantTo(`${name}-read-by-${reader}`, args, { role: "reader", member: runAgent(number) }, repository, parent);
    for (const [deployed, address] of Object.entries(deployers))
        grantTo(
            `${name}-read-by-${deployed}-deployer`,
            args,
            { role: "reader", member: `serviceAccount:${address}` },
            repository,
            parent,
        );
    if (publisher !== undefined)
        grantTo(
            `${name}-written-by-publisher`,
            args,
            { role: "writer", member: `serviceAccount:${publisher}` },
            repository,
            parent,
        );
}
