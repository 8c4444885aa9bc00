import type { Value } from "../../../../policy/facts";
import { portsOnOneAddress } from "../../../../policy/rules/hygiene/ports-on-one-address";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox, shared } from "../../environments";
import { unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const publishing = (port: Readonly<Record<string, Value>>): Stack => ({
    workload: { inputs: { ports: [{ internal: 8443, external: 443, ...port }] } },
});
const everywhere = /\(443\) is published on all of its addresses/;

export default casesOf(
    portsOnOneAddress,
    stackOn({ environment: preProduction() }),
    {},
    {
        "the host alone": publishing({ ip: "127.0.0.1" }),
        "one address of the host": publishing({ ip: "192.168.120.12" }),
        "an address that is not known yet": publishing({ ip: unknown }),
        "production's front": { environment: production(), ...publishing({ ip: "0.0.0.0" }) },
    },
    {
        "every address": [publishing({ ip: "0.0.0.0" }), everywhere],
        "every address of either kind": [publishing({ ip: "::" }), everywhere],
        "the provider's default": [publishing({}), everywhere],
        "a sandbox's": [{ environment: sandbox(), ...publishing({}) }, everywhere],
        "what stacks share": [{ environment: shared(), ...publishing({}) }, everywhere],
        "a port of whatever number": [
            { workload: { inputs: { ports: [{ internal: 5432 }] } } },
            /\(5432\) is published/,
        ],
        "all that the image exposes": [{ workload: { inputs: { publishAllPorts: true } } }, /each that the image/],
        "a port of a swarm": [
            { workload: { inputs: { endpointSpec: { ports: [{ targetPort: 80, publishedPort: 443 }] } } } },
            everywhere,
        ],
    },
);
