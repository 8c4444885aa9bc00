import { seconds, toMebibytes } from "../../environment/units";
import type { JobArgs } from "../../platforms/platform";

/** A job as plain as can be; each case bends it in one way. */
export const plainJob: JobArgs = {
    jobName: "migrate-dev",
    image: "acme/api:r1",
    args: ["migrate"],
    cpu: 1,
    memory: toMebibytes(512),
    timeout: seconds("10m"),
    retries: 0,
    variables: {},
    uses: [],
    privateNetwork: false,
    secretsAs: "files",
    runs: { when: "needed", because: ["r1"] },
};
