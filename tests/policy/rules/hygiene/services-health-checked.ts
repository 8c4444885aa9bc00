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
const exporting = (inputs: Readonly<Record<string, Value>> = {}): Stack => ({
    environment: preProduction({ monitoring: {} }),
    workload: {
        inputs: { healthcheck: null, labels: [{ label: "component", value: "monitoring-redis-exporter" }], ...inputs },
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
        "an exporter of monitoring that the stack file declares": [exporting(), "docker"],
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
        "an exporter without monitoring": [
            { ...exporting(), environment: preProduction() },
            /Nothing checks/,
            "docker",
        ],
        "an exporter with a port of the host": [
            exporting({ ports: [{ internal: 9121, external: 9121, ip: "127.0.0.1" }] }),
            /Nothing checks/,
            "docker",
        ],
    },
);
