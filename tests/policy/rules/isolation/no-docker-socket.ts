import type { Value } from "../../../../policy/facts";
import { noDockerSocket } from "../../../../policy/rules/isolation/no-docker-socket";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const mounting = (hostPath: Value, more: Inputs = {}, inputs: Inputs = {}): Pick<Stack, "workload"> => ({
    workload: { inputs: { volumes: [{ hostPath, containerPath: "/there", ...more }], ...inputs } },
});
const binding = (source: Value): Stack => ({
    workload: { inputs: { mounts: [{ type: "bind", source, target: "/there" }] } },
});
const component = (value: string): Inputs => ({ labels: [{ label: "component", value }] });
const readOnly = { readOnly: true };
const monitored = { environment: preProduction({ monitoring: {} }) };
const holds = /mounted at \/there holds the socket/;

export default casesOf(
    noDockerSocket,
    stackOn({ environment: preProduction() }),
    {},
    {
        "a folder of the host": mounting("/srv/recordings"),
        "a folder beside the socket": mounting("/var/run/voice"),
        "a volume": { workload: { inputs: { volumes: [{ volumeName: "run", containerPath: "/var/run" }] } } },
        "memory at that place": { workload: { inputs: { tmpfs: { "/var/run": "rw" } } } },
        "the collector of logs that the stack file declares": {
            ...monitored,
            ...mounting("/var/run/docker.sock", readOnly, component("log-collector")),
        },
        "the exporter of containers that the stack file declares": {
            ...monitored,
            ...mounting("/", readOnly, component("monitoring-container-exporter")),
        },
    },
    {
        "the socket": [mounting("/var/run/docker.sock"), holds],
        "the socket by its other path": [mounting("/run/docker.sock"), holds],
        "the socket by a path that winds": [mounting("/srv/..//var/run/./docker.sock"), holds],
        "the socket as a mount": [binding("/var/run/docker.sock"), holds],
        "the folder of the socket": [mounting("/var/run/"), holds],
        "the host's root": [binding("/"), holds],
        "the socket of what is below Docker": [mounting("/run/containerd/containerd.sock"), holds],
        "a path of the host of which nothing is known": [mounting(unknown), holds],
        "the socket, to read only": [mounting("/var/run/docker.sock", readOnly), holds],
        "a collector of logs without monitoring": [
            mounting("/var/run/docker.sock", readOnly, component("log-collector")),
            holds,
        ],
        "another component": [{ ...monitored, ...mounting("/var/run/docker.sock", readOnly, component("api")) }, holds],
        "a collector of logs that may write": [
            { ...monitored, ...mounting("/var/run/docker.sock", {}, component("log-collector")) },
            holds,
        ],
        "a collector of logs that publishes a port": [
            {
                ...monitored,
                ...mounting("/var/run/docker.sock", readOnly, {
                    ...component("log-collector"),
                    ports: [{ internal: 80, external: 80, ip: "127.0.0.1" }],
                }),
            },
            holds,
        ],
    },
);
