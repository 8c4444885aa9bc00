import type { Value } from "../../../../policy/facts";
import { bucketsPrivate } from "../../../../policy/rules/hygiene/buckets-private";
import { casesOf } from "../../cases";
import { production, sandbox } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const bucket = (inputs: Readonly<Record<string, Value>>, external = false): Stack => ({
    more: (environment) => [
        resource(
            environment,
            "gcp:storage/bucket:Bucket",
            "recordings",
            { uniformBucketLevelAccess: true, publicAccessPrevention: "enforced", ...inputs },
            { external },
        ),
    ],
});
const own = /permissions of its own/;
const everybody = /opened to everybody/;

export default casesOf(
    bucketsPrivate,
    stackOn({ environment: production(), runs: false }),
    bucket({}),
    {
        "not known yet": bucket({ uniformBucketLevelAccess: unknown, publicAccessPrevention: unknown }),
        "a bucket that is only read": bucket({ uniformBucketLevelAccess: false }, true),
    },
    {
        "lists of permissions by file": [bucket({ uniformBucketLevelAccess: false }), own],
        "Cloud Storage's default, which is both": [bucket({ uniformBucketLevelAccess: null }), own],
        "prevention that is left to the organisation": [bucket({ publicAccessPrevention: "inherited" }), everybody],
        "no prevention": [bucket({ publicAccessPrevention: null }), everybody],
        "a sandbox's too": [{ environment: sandbox(), ...bucket({ publicAccessPrevention: null }) }, everybody],
    },
);
