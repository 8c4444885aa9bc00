import type { Rule } from "../../rule";
import { jobs } from "../../views/job";

/** More tries than these help against nothing; it is also as many as Cloud Run takes. */
const mostRetries = 10;

export const jobsBounded: Rule = {
    name: "jobs-bounded",
    kind: "hygiene",
    forbids: "No job should run without a limit to its time and to its tries that somebody has chosen.",
    why: "A job that hangs holds up the deployment that waits for it, and one that is tried for ever is paid for ever.",
    level: "advisory",
    severity: "medium",
    requirements: ["ORA-8", "ORB-20"],
    repair: "Say how long a try may take and how often it is tried again (`timeout` and `maxRetries`; `activeDeadlineSeconds` and `backoffLimit`).",
    platforms: ["gcp", "kubernetes"],
    *check(scope) {
        for (const { resource, name, timeout, retries } of jobs(scope)) {
            const { urn } = resource;
            if (timeout === "left out") yield { urn, message: `Nothing says how long "${name}" may run.` };
            if (retries === "left out") yield { urn, message: `Nothing says how often "${name}" is tried again.` };
            else if (retries !== undefined && retries > mostRetries)
                yield { urn, message: `"${name}" is tried again ${retries} times.` };
        }
    },
};
