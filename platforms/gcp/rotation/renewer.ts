import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as projects from "@pulumi/gcp/projects";
import * as secretmanager from "@pulumi/gcp/secretmanager";
import * as workflows from "@pulumi/gcp/workflows";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import type { Identity } from "../../platform";
import { deletionOf } from "../deletion";
import type { Foundation } from "../foundation";
import { serviceAccount } from "../identity";
import { labels } from "../labels";

/** What acts on an announcement, and as whom. */
export interface Renewer {
    readonly workflow: workflows.Workflow;
    readonly identity: Identity;
}

/**
 * The workflow of `rotate.yaml`. Its identity may draw random bytes and write log entries; each secret that it renews
 * lets it add versions (`adder`). It can read no secret.
 */
export function renewer(name: string, foundation: Foundation, parent: pulumi.Resource): Renewer {
    const { environment, tier, project, region, apis, agents } = foundation;
    const called = `${environment}-secret-rotation`;
    const identity = serviceAccount(
        foundation,
        `${name}-rotation-identity`,
        { account: called, description: `Renews the secrets of ${environment}` },
        parent,
    );
    const workflow = new workflows.Workflow(
        `${name}-rotation-workflow`,
        {
            project,
            region,
            name: called,
            description: `Renews the secrets of ${environment}, or says who has to`,
            labels: labels(foundation, "vault"),
            serviceAccount: identity.id,
            sourceContents: readFileSync(join(__dirname, "rotate.yaml"), "utf8"),
            // A call's arguments and a step's variables hold the new value for a moment: neither is written down.
            callLogLevel: "LOG_NONE",
            executionHistoryLevel: "EXECUTION_HISTORY_BASIC",
            deletionProtection: deletionOf[tier].protect,
        },
        {
            parent,
            dependsOn: [
                apis.enable("workflows"),
                // A workflow made before this account is refused: "Workflows service agent does not exist".
                agents.of("workflows"),
                ...mayDrawAndTell(name, foundation, identity, parent),
            ],
        },
    );
    return { workflow, identity };
}

/** Lets the workflow add versions to a secret; it can neither read, disable nor delete one. */
export const adder = (
    name: string,
    secret: secretmanager.Secret,
    { member }: Identity,
    parent: pulumi.Resource,
): secretmanager.SecretIamMember =>
    new secretmanager.SecretIamMember(
        name,
        {
            project: secret.project,
            secretId: secret.secretId,
            role: "roles/secretmanager.secretVersionAdder",
            member,
        },
        { parent },
    );

function mayDrawAndTell(
    name: string,
    { project, apis }: Foundation,
    { member }: Identity,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    // The name of a deleted role is taken for 37 days, which an environment that comes back cannot wait.
    const suffix = new random.RandomId(`${name}-rotation-role-suffix`, { byteLength: 2 }, { parent });
    // No predefined role has this permission without those to use keys.
    const draws = new projects.IAMCustomRole(
        `${name}-rotation-role`,
        {
            project,
            roleId: pulumi.interpolate`secretRotation_${suffix.hex}`,
            title: "Secret rotation",
            description: "Draws random bytes",
            permissions: ["cloudkms.locations.generateRandomBytes"],
        },
        { parent, dependsOn: [apis.enable("iam"), apis.enable("cloudkms")] },
    );
    const grant = (child: string, role: pulumi.Input<string>) =>
        new projects.IAMMember(`${name}-rotation-${child}`, { project, role, member }, { parent });
    return [grant("draws", draws.name), grant("tells", "roles/logging.logWriter")];
}
