import type { Value } from "../../../../policy/facts";
import { jobsBounded } from "../../../../policy/rules/hygiene/jobs-bounded";
import { casesOf } from "../../cases";
import { image, production } from "../../environments";
import { type Inputs, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const cloudRun = (task: Inputs): Stack => ({
    more: (environment) => [
        resource(environment, "gcp:cloudrunv2/job:Job", "migrate", {
            name: "migrate-main",
            template: { template: { containers: [{ image }], ...task } },
        }),
    ],
});
const kubernetes = (spec: Inputs, kind = "Job"): Stack => ({
    more: (environment) => [
        resource(environment, `kubernetes:batch/v1:${kind}`, "migrate", {
            metadata: { name: "migrate" },
            spec: kind === "CronJob" ? { schedule: "0 1 * * *", jobTemplate: { spec } } : spec,
        }),
    ],
});
const both = (seconds: Value, tries: Value): Stack => ({
    more: (environment) => [
        ...(cloudRun({ timeout: seconds, maxRetries: tries }).more?.(environment) ?? []),
        ...(kubernetes({ activeDeadlineSeconds: 600, backoffLimit: tries }).more?.(environment) ?? []),
    ],
});

export default casesOf(
    jobsBounded,
    stackOn({ environment: production(), runs: false }),
    both("600s", 0),
    {
        "ten tries": both("600s", 10),
        "figures that are not known yet": both(unknown, unknown),
        "a service, which has no end": [{ runs: true }, "gcp"],
        "a schedule's job": [kubernetes({ activeDeadlineSeconds: 600, backoffLimit: 3 }, "CronJob"), "kubernetes"],
    },
    {
        "a job without a time limit": [cloudRun({ maxRetries: 0 }), /how long "migrate-main" may run/, "gcp"],
        "a job that is tried again as often as the platform likes": [
            cloudRun({ timeout: "600s" }),
            /how often "migrate-main" is tried again/,
            "gcp",
        ],
        "a job of Kubernetes without either": [kubernetes({}), /Nothing says how long/, "kubernetes"],
        "a schedule's job without either": [kubernetes({}, "CronJob"), /how often/, "kubernetes"],
        "a job that is tried for ever": [
            kubernetes({ activeDeadlineSeconds: 600, backoffLimit: 1000 }),
            /tried again 1000 times/,
            "kubernetes",
        ],
    },
);
