import type { Value } from "../../../../policy/facts";
import { ownNetwork } from "../../../../policy/rules/isolation/own-network";
import { projectOf } from "../../../../policy/views/project";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Staging = Parameters<typeof stackReference>[0];
const vpc = (staging: Staging) =>
    resource(staging, "gcp:compute/network:Network", "network", { project: projectOf(staging) });
const on = (network: Value): Stack => ({
    workload: {
        template: { vpcAccess: { networkInterfaces: [{ network }] } },
        inputs: { networksAdvanced: [{ name: network }] },
    },
});
const mode = (networkMode: Value, ...networks: readonly Value[]): Stack => ({
    workload: { inputs: { networkMode, networksAdvanced: networks.map((name) => ({ name })) } },
});
const beside = (staging: Staging) =>
    resource(staging, "docker:index/container:Container", "beside", {
        name: "voice-beside",
        networkMode: "none",
    });
const named = (staging: Staging, name: Value) => resource(staging, "docker:index/network:Network", "own", { name });
const hexadecimal = "0123456789abcdef".repeat(4);
/** The engine knows already what the network is called. */
const known = (name: string, more: Stack["more"]): Stack => ({
    more: (staging) => more?.(staging) ?? [],
    from: ([network]) => ({
        workload: {
            inputs: { networksAdvanced: [{ name }] },
            propertyDependencies: { networksAdvanced: [network.urn] },
        },
    }),
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
        "the engine's default beside a network of the stack": [mode("bridge", "voice-staging"), "docker"],
        "a network of the stack as the mode": [mode("voice-staging"), "docker"],
        "the network of another container of the stack": [
            { more: (staging) => [beside(staging)], ...mode("container:voice-beside") },
            "docker",
        ],
        "the network of another container, not known yet": [
            {
                more: (staging) => [beside(staging)],
                from: ([other]) => mode(interpolated`container:${[other, "id"]}`),
            },
            "docker",
        ],
        "a network whose name Pulumi made up": [
            known("own-1a2b3c4", (staging) => [resource(staging, "docker:index/network:Network", "own", {})]),
            "docker",
        ],
        "a network by the engine's identifier": [
            known(hexadecimal, (staging) => [named(staging, "voice-own")]),
            "docker",
        ],
        "a network whose name is made from something": [
            {
                more: (staging) => {
                    const pet = resource(staging, "random:index/randomPet:RandomPet", "pet", {});
                    return [named(staging, interpolated`voice-${[pet, "id"]}`), pet];
                },
                from: ([, pet]) => on(interpolated`voice-${[pet, "id"]}`),
            },
            "docker",
        ],
        "a network called after the project and the environment": [
            { more: (staging) => [named(staging, "ringfence-staging-data")] },
            "docker",
        ],
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
        "production's network, as the program names it": [
            on("ringfence-main-data"),
            /no network of this stack has its name/,
            "docker",
        ],
        "production's network beside one's own": [
            {
                more: (staging) => [named(staging, "voice-own")],
                from: ([network]) => ({
                    workload: {
                        inputs: { networksAdvanced: [{ name: "voice-own" }, { name: "ringfence-main-data" }] },
                        propertyDependencies: { networksAdvanced: [network.urn] },
                    },
                }),
            },
            /no network of this stack has its name/,
            "docker",
        ],
        "another's network by its identifier, beside one's own": [
            {
                more: (staging) => [named(staging, "voice-own")],
                from: ([network]) => ({
                    workload: {
                        inputs: { networksAdvanced: [{ name: "voice-own" }, { name: hexadecimal }] },
                        propertyDependencies: { networksAdvanced: [network.urn] },
                    },
                }),
            },
            /no network of this stack has its name/,
            "docker",
        ],
        "a name that is spelt from one's own": [
            {
                more: (staging) => [named(staging, "voice-own")],
                from: ([network]) => on(interpolated`${[network, "name"]}-main`),
            },
            /no network of this stack has its name/,
            "docker",
        ],
        "the network of a container that is not the stack's": [
            mode("container:ringfence-main-database", "voice-staging"),
            /no container of this stack has its name/,
            "docker",
        ],
        "a container's name in place of a network's": [
            { more: (staging) => [beside(staging)], ...on("voice-beside") },
            /no network of this stack has its name/,
            "docker",
        ],
        "a container that says nothing of networks": [
            { workload: { inputs: { networksAdvanced: [] } } },
            /on "bridge"/,
            "docker",
        ],
        "a carrier of files on another's network": [
            { workload: { inputs: { start: false, networksAdvanced: [{ name: "ringfence-main-data" }] } } },
            /no network of this stack has its name/,
            "docker",
        ],
        "a network that is called as production's": [
            { runs: false, more: (staging) => [named(staging, "ringfence-main-data")] },
            /as another environment of this project/,
            "docker",
        ],
        "Docker's bridge": [on("bridge"), /on "bridge"/, "docker"],
        "another's Docker network": [on("voice-main"), /no network of this stack has its name/, "docker"],
    },
);
