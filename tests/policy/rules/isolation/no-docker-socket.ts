import type { ResourceFacts, Value } from "../../../../policy/facts";
import { noDockerSocket } from "../../../../policy/rules/isolation/no-docker-socket";
import { casesOf } from "../../cases";
import { onDocker, preProduction } from "../../environments";
import { output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const mounting = (hostPath: Value, more: Inputs = {}, inputs: Inputs = {}): Pick<Stack, "workload"> => ({
    workload: { inputs: { volumes: [{ hostPath, containerPath: "/there", ...more }], ...inputs } },
});
const binding = (source: Value): Stack => ({
    workload: { inputs: { mounts: [{ type: "bind", source, target: "/there" }] } },
});
const readOnly = { readOnly: true };

/** The engine reader as it has to be, but for what a case makes otherwise. */
interface Reading {
    readonly called?: string;
    readonly mount?: Inputs;
    readonly internal?: boolean;
    readonly network?: (made: ResourceFacts) => Value;
    readonly inputs?: Inputs;
}
const reading = ({
    called = "monitoring-engine-reader",
    mount,
    internal = true,
    network,
    inputs,
}: Reading = {}): Stack => ({
    environment: preProduction({ monitoring: {} }),
    more: (environment) => [
        resource(environment, "docker:index/network:Network", "engine", { name: "voice-engine", internal }),
    ],
    from: ([made]) =>
        mounting(
            "/var/run/docker.sock",
            { ...readOnly, ...mount },
            {
                labels: [{ label: "component", value: called }],
                image: `nginx:1.30@sha256:${"a".repeat(64)}`,
                entrypoints: ["nginx", "-e", "stderr", "-c", "/configuration/nginx.conf"],
                networksAdvanced: [{ name: network?.(made) ?? "voice-engine" }],
                ...inputs,
            },
        ),
});
/** An engine whose socket lies where the stack file says. */
const elsewhere = onDocker(preProduction(), "unix:///run/user/1000/engine.sock");
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
        "the engine reader that the stack file declares": reading(),
        "the engine reader, whose network's name is not known yet": reading({
            network: (made) => output(made, "name"),
        }),
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
        "an engine reader without monitoring": [{ ...reading(), environment: preProduction() }, holds],
        "another component": [reading({ called: "monitoring-log-collector" }), holds],
        "an engine reader that may write": [reading({ mount: { readOnly: false } }), holds],
        "an engine reader with the folder of the socket": [reading({ mount: { hostPath: "/var/run" } }), holds],
        "an engine reader with the host's root": [reading({ mount: { hostPath: "/" } }), holds],
        "an engine reader that publishes a port": [
            reading({ inputs: { ports: [{ internal: 80, external: 80, ip: "127.0.0.1" }] } }),
            holds,
        ],
        "an engine reader that is no nginx": [reading({ inputs: { image: "alpine/socat:1.8.0" } }), holds],
        "an engine reader that starts otherwise": [
            reading({ inputs: { entrypoints: ["sh", "-c", "nginx -e stderr -c /configuration/nginx.conf"] } }),
            holds,
        ],
        "an engine reader with words behind its start": [reading({ inputs: { command: ["-g", "user root;"] } }), holds],
        "an engine reader on the network of the databases": [
            {
                ...reading({ network: () => "voice-data" }),
                more: (environment) => [
                    resource(environment, "docker:index/network:Network", "data", {
                        name: "voice-data",
                        internal: true,
                    }),
                ],
            },
            holds,
        ],
        "a second engine reader": [
            {
                ...reading(),
                more: (environment) => [
                    resource(environment, "docker:index/network:Network", "engine", {
                        name: "voice-engine",
                        internal: true,
                    }),
                    resource(environment, "docker:index/container:Container", "other", {
                        labels: [{ label: "component", value: "my-engine-reader" }],
                    }),
                ],
            },
            holds,
        ],
        "an engine reader with the socket of what is below Docker": [
            reading({ mount: { hostPath: "/run/containerd/containerd.sock" } }),
            holds,
        ],
        "the engine's socket where it is said to be": [
            { ...mounting("/run/user/1000/engine.sock"), environment: elsewhere },
            holds,
        ],
        "an engine reader on a network with a way out": [reading({ internal: false }), holds],
        "an engine reader on a network that is not this stack's": [reading({ network: () => "elsewhere" }), holds],
        "an engine reader on another network as well": [
            reading({ inputs: { networksAdvanced: [{ name: "voice-engine" }, { name: "voice-services" }] } }),
            holds,
        ],
        "an engine reader on the network that every container may be on": [
            reading({ inputs: { networksAdvanced: [] } }),
            holds,
        ],
    },
);
