import type { Value } from "../../../../policy/facts";
import { servicesHealthChecked } from "../../../../policy/rules/hygiene/services-health-checked";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const checked = (probe: string, value: Value = { httpGet: { path: "/health" } }): Stack => ({
    workload: {
        template: { containers: [{ image: "agent", [probe]: value }] },
        inputs: { healthcheck: { tests: ["CMD", "true"] } },
    },
});

export default casesOf(
    servicesHealthChecked,
    stackOn({ environment: preProduction() }),
    checked("livenessProbe"),
    {
        "a probe at the start": checked("startupProbe"),
        "a probe before requests": checked("readinessProbe"),
        "a probe that is not known yet": checked("livenessProbe", unknown),
        "files that never run": [{ workload: { inputs: { start: false, mustRun: false } } }, "docker"],
        "a container that runs to its end": [{ workload: { inputs: { mustRun: false, attach: true } } }, "docker"],
        "a job has nobody to answer": [
            { runs: false, more: (staging) => [resource(staging, "gcp:cloudrunv2/job:Job", "job", {})] },
            "gcp",
        ],
    },
    {
        "no probe": [
            { workload: { template: { containers: [{ image: "agent" }] }, inputs: { healthcheck: null } } },
            /Nothing checks whether "voice-agent-staging" answers/,
        ],
    },
);
