import type { Value } from "../../../../policy/facts";
import { gatewayScalesOnConnections } from "../../../../policy/rules/hygiene/gateway-scales-on-connections";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const scaled = (scaling: Value, name = "gateway-staging"): Stack => ({ workload: { name, template: { scaling } } });
const onConnections = { maxInstanceCount: 4, concurrencyUtilization: 0.7, cpuUtilization: 0 };

export default casesOf(
    gatewayScalesOnConnections,
    stackOn({ environment: preProduction() }),
    scaled(onConnections),
    {
        "a service that is no gateway": scaled({}, "api-staging"),
        "a scaling that is not known yet": scaled(unknown),
        "the gateway's job, and its Worker": {
            runs: false,
            more: (staging) => [
                resource(staging, "gcp:cloudrunv2/job:Job", "job", { name: "gateway-staging" }),
                resource(staging, "cloudflare:index/workersScript:WorkersScript", "edge", {
                    scriptName: "gateway-staging",
                }),
            ],
        },
    },
    {
        "Cloud Run's default": [scaled({}), /does not scale on its open connections/],
        "CPU as well": [scaled({ ...onConnections, cpuUtilization: 0.6 }), /scales on its CPU/],
        "CPU left at its default": [scaled({ concurrencyUtilization: 0.7 }), /scales on its CPU/],
        "connections left out": [scaled({ concurrencyUtilization: 0, cpuUtilization: 0 }), /does not scale/],
        "a gateway by its label": [
            {
                workload: {
                    name: "calls",
                    template: { scaling: {} },
                    inputs: { labels: { environment: "staging", tier: "pre-production", component: "gateway" } },
                },
            },
            /"calls" does not scale/,
        ],
    },
);
