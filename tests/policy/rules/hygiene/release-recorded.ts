import { unreleased } from "../../../../environment";
import { releaseRecorded } from "../../../../policy/rules/hygiene/release-recorded";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { stackOn } from "../../stack";

export default casesOf(
    releaseRecorded,
    stackOn({ environment: preProduction() }),
    {},
    {},
    {
        "a release that is not built yet": [
            { workload: { image: `acme/agent:1.4.0@${unreleased}` } },
            /placeholder of a release that is not built yet/,
        ],
    },
);
