import type { Value } from "../../../../policy/facts";
import { ownNetwork } from "../../../../policy/rules/isolation/own-network";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { output, resource, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Staging = Parameters<typeof stackReference>[0];
const vpc = (staging: Staging) =>
    resource(staging, "gcp:compute/network:Network", "network", { project: staging.gcp.project });
const on = (network: Value): Stack => ({
    workload: {
        template: { vpcAccess: { networkInterfaces: [{ network }] } },
        inputs: { networksAdvanced: [{ name: network }] },
    },
});
const main = (staging: Staging) => [stackReference(staging, "acme/ringfence/main")];
const peering = (staging: Staging, peerNetwork: Value) =>
    resource(staging, "gcp:compute/networkPeering:NetworkPeering", "peering", {
        network: output(vpc(staging)),
        peerNetwork,
    });

export default casesOf(
    ownNetwork,
    stackOn({ environment: preProduction() }),
    {},
    {
        "a network of the stack": {
            more: (staging) => [vpc(staging)],
            from: ([network]) => on(output(network)),
        },
        "a network of the stack, not known yet": {
            more: (staging) => [vpc(staging)],
            from: ([network]) => on(unknownFrom(network)),
        },
        "a network of the own project by its path": [on("projects/acme-voice-staging/global/networks/default"), "gcp"],
        "a network of the own project by its name": [on("default"), "gcp"],
        "no network": [on("none"), "docker"],
        "what is only read is judged elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(
                        staging,
                        "gcp:redis/instance:Instance",
                        "read",
                        { authorizedNetwork: "projects/acme-voice-main/global/networks/voice" },
                        { external: true },
                    ),
                ],
            },
            "gcp",
        ],
        "an identity is no network": [
            { more: main, from: ([other]) => ({ workload: { template: { serviceAccount: unknownFrom(other) } } }) },
            "gcp",
        ],
        "a Docker network of the stack by its name": [on("voice-staging"), "docker"],
    },
    {
        "production's network": [
            on("projects/acme-voice-main/global/networks/voice"),
            /The network at .*network .* the project "acme-voice-main"/,
            "gcp",
        ],
        "another stack's network": [
            { more: main, from: ([other]) => on(output(other, "outputs.network")) },
            /comes from another stack/,
        ],
        "a network that nothing is known of": [on(unknown), /nothing says where it comes from/],
        "a network that is only read": [
            {
                more: (staging) => [
                    resource(staging, "gcp:compute/network:Network", "shared", { name: "shared" }, { external: true }),
                ],
                from: ([shared]) => on(output(shared)),
            },
            /which this stack only reads/,
            "gcp",
        ],
        "a peering with another project": [
            {
                runs: false,
                more: (staging) => [vpc(staging), peering(staging, "projects/acme-voice-main/global/networks/voice")],
            },
            /The network at peerNetwork/,
            "gcp",
        ],
        "a database on another's network": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:sql/databaseInstance:DatabaseInstance", "database", {
                        settings: {
                            ipConfiguration: { privateNetwork: "projects/acme-voice-main/global/networks/voice" },
                        },
                    }),
                ],
            },
            /privateNetwork/,
            "gcp",
        ],
        "a cache on another's network": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:redis/instance:Instance", "cache", {
                        authorizedNetwork: "projects/acme-voice-main/global/networks/voice",
                    }),
                ],
            },
            /authorizedNetwork/,
            "gcp",
        ],
        "the host's own network": [{ workload: { inputs: { networkMode: "host" } } }, /on "host"/, "docker"],
        "Docker's bridge": [on("bridge"), /on "bridge"/, "docker"],
        "another's Docker network": [on("voice-main"), /no network of this stack has its name/, "docker"],
    },
);
