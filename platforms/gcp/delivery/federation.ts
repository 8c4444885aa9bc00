import * as iam from "@pulumi/gcp/iam";
import * as serviceaccount from "@pulumi/gcp/serviceaccount";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { shorten } from "../../names";
import type { DeliveryArgs, Identity } from "../../platform";
import type { Foundation } from "../foundation";

/** GitHub signs a token for each job that asks: https://docs.github.com/en/actions/concepts/security/openid-connect */
const issuer = "https://token.actions.githubusercontent.com";

/** A pool's identifier has 4 to 32 characters; this leaves room for the suffix. */
const longestPool = 27;

/** The pool of identities that GitHub's tokens become, with the one provider that decides which tokens do. */
export class Federation {
    readonly pool: iam.WorkloadIdentityPool;
    readonly provider: iam.WorkloadIdentityPoolProvider;
    private readonly project: string;

    constructor(
        foundation: Foundation,
        private readonly name: string,
        private readonly args: DeliveryArgs,
        parent: pulumi.Resource,
    ) {
        const { project, apis } = foundation;
        this.project = project;
        this.pool = this.createPool(foundation, parent);
        this.provider = new iam.WorkloadIdentityPoolProvider(
            `${name}-github`,
            {
                project,
                workloadIdentityPoolId: this.pool.workloadIdentityPoolId,
                workloadIdentityPoolProviderId: "github",
                displayName: "GitHub Actions",
                description: `Jobs of ${args.repository} on the branch ${args.branch}`.slice(0, 256),
                oidc: { issuerUri: issuer },
                attributeMapping: {
                    "google.subject": "assertion.sub",
                    "attribute.repository": "assertion.repository",
                    "attribute.ref": "assertion.ref",
                },
                attributeCondition: conditionOf(foundation.environment, args),
            },
            // The exchange of tokens is two services of their own.
            { parent, dependsOn: [apis.enable("sts"), apis.enable("iamcredentials")] },
        );
    }

    /** Lets the jobs that the provider accepts act as the account. */
    admit(account: string, identity: Identity, parent: pulumi.Resource): serviceaccount.IAMMember {
        return new serviceaccount.IAMMember(
            `${this.name}-as-${account}`,
            {
                serviceAccountId: pulumi.interpolate`projects/${this.project}/serviceAccounts/${identity.id}`,
                role: "roles/iam.workloadIdentityUser",
                member: pulumi.interpolate`principalSet://iam.googleapis.com/${this.pool.name}/attribute.repository/${this.args.repository}`,
            },
            { parent, dependsOn: [this.pool, this.provider, identity.resource] },
        );
    }

    /**
     * Google keeps a deleted pool for 30 days and gives its identifier to no other meanwhile, so each pool has one of
     * its own. https://cloud.google.com/iam/docs/manage-workload-identity-pools-providers#delete-pool
     */
    private createPool({ environment, project, apis }: Foundation, parent: pulumi.Resource): iam.WorkloadIdentityPool {
        const suffix = new random.RandomId(`${this.name}-pool-suffix`, { byteLength: 2 }, { parent });
        return new iam.WorkloadIdentityPool(
            `${this.name}-pool`,
            {
                project,
                workloadIdentityPoolId: pulumi.interpolate`${shorten(`${environment}-delivery`, longestPool)}-${suffix.hex}`,
                displayName: shorten(`Delivery of ${environment}`, 32),
                description: "Workflows that deploy this environment",
            },
            { parent, dependsOn: [apis.enable("iam")] },
        );
    }
}

/**
 * This repository and this branch, and nothing else that GitHub runs: its issuer is one for all its users. Only jobs of
 * the GitHub environment of the same name get in, so whatever somebody writes into a workflow, the reviewers that
 * protect that environment are asked. The number of the repository, where it is given, shuts out whoever takes its name
 * when it becomes free.
 * https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
 */
function conditionOf(environment: string, { repository, repositoryId, branch }: DeliveryArgs): string {
    return [
        `assertion.repository == "${repository}"`,
        ...(repositoryId === undefined ? [] : [`assertion.repository_id == "${repositoryId}"`]),
        `assertion.ref == "refs/heads/${branch}"`,
        `assertion.environment == "${environment}"`,
    ].join(" && ");
}
