import type { Value } from "../../../../policy/facts";
import { federationPinned } from "../../../../policy/rules/hygiene/federation-pinned";
import { casesOf } from "../../cases";
import { sandbox } from "../../environments";
import { interpolated, resource, serviceAccount, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const github = "https://token.actions.githubusercontent.com";
const accepting = (attributeCondition: Value, oidc: Value = { issuerUri: github }): Stack => ({
    more: (beta) => [
        resource(beta, "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider", "github", {
            workloadIdentityPoolId: "ci",
            workloadIdentityPoolProviderId: "github",
            oidc,
            attributeCondition,
        }),
    ],
});
const anybody = /accepts the token of every workflow/;
const several = /does not hold a token to one repository/;

export default casesOf(
    federationPinned,
    stackOn({ environment: sandbox(), runs: false }),
    accepting('assertion.repository == "acme/voice" && assertion.ref == "refs/heads/beta"'),
    {
        "one of two repositories": accepting(
            "assertion.repository == 'acme/voice' || assertion.repository == 'acme/web'",
        ),
        "a list of repositories": accepting("assertion.repository in ['acme/voice', 'acme/web']"),
        "the repository's number": accepting('assertion.repository_id == "123"'),
        "a mapped attribute": accepting('attribute.repository=="acme/voice"'),
        "the subject": accepting('assertion.sub == "repo:acme/voice:ref:refs/heads/beta"'),
        "another issuer, whose tokens are its own": accepting(null, { issuerUri: "https://gitlab.acme.example" }),
        "another cloud": accepting(null, null),
        "a condition that is not known yet": accepting(unknown),
        "a repository that is not known yet": {
            more: (beta) => {
                const account = serviceAccount(beta, "deployer");
                return [
                    account,
                    ...(accepting(interpolated`assertion.repository == "${[account, "description"]}"`).more?.(beta) ??
                        []),
                ];
            },
        },
    },
    {
        "no condition": [accepting(null), anybody],
        "the branch alone": [accepting('assertion.ref == "refs/heads/main"'), several],
        "the owner alone": [accepting('assertion.repository_owner == "acme"'), several],
        "a repository or a branch": [
            accepting('assertion.repository == "acme/voice" || assertion.ref == "refs/heads/main"'),
            several,
        ],
        "any repository but one": [accepting('assertion.repository != "acme/voice"'), several],
        "an enterprise's issuer": [accepting(null, { issuerUri: `${github}/acme` }), anybody],
    },
);
