import { bannerInPreProduction } from "../../../../policy/rules/hygiene/banner-in-pre-production";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { unknownFrom, vaultSecret } from "../../facts-builders";
import { stackOn } from "../../stack";

const none = { BANNER: undefined };

export default casesOf(
    bannerInPreProduction,
    stackOn({
        environment: preProduction(),
        workload: { name: "web-staging" },
        variables: { BANNER: "STAGING ENVIRONMENT" },
    }),
    {},
    {
        "production shows none": { environment: production(), variables: none },
        "a sandbox may do as it likes": { environment: sandbox(), variables: none },
        "what serves no pages": { variables: none, workload: { name: "api-staging" } },
        "a banner under the front end's own name": { variables: { ...none, NEXT_PUBLIC_BANNER: "STAGING" } },
        "a banner that is not known yet": {
            more: (staging) => [vaultSecret(staging, "gcp", "x")],
            from: ([made]) => ({ variables: { BANNER: unknownFrom(made) } }),
        },
    },
    {
        "no banner": [{ variables: none }, /"web-staging" shows no banner/],
        "an empty banner": [{ variables: { BANNER: " " } }, /shows no banner/],
        "a front end by another name": [
            {
                variables: { ...none, NEXT_PUBLIC_API_URL: "https://staging-api.example.com" },
                workload: { name: "pages" },
            },
            /"pages" shows no banner/,
        ],
        "a banner in production": [{ environment: production() }, /shows a banner in production/],
    },
);
