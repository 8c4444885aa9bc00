import type { Value } from "../../../../policy/facts";
import { noHostNamespaces } from "../../../../policy/rules/isolation/no-host-namespaces";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, resource, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const asked = (inputs: Readonly<Record<string, Value>>): Stack => ({ workload: { inputs } });
const beside = (environment: Parameters<typeof stackReference>[0]) => [
    resource(environment, "docker:index/container:Container", "beside", { name: "voice-beside" }),
];

export default casesOf(
    noHostNamespaces,
    stackOn({ environment: preProduction() }),
    {},
    {
        "what Docker does by itself": asked({ ipcMode: "private", cgroupnsMode: "private", networkMode: "bridge" }),
        "memory that others may be let into": asked({ ipcMode: "shareable" }),
        "what a container of the stack has": { more: beside, ...asked({ pidMode: "container:voice-beside" }) },
        "what a container of the stack has, not known yet": {
            more: beside,
            from: ([other]) => asked({ ipcMode: interpolated`container:${[other, "id"]}` }),
        },
        "what the engine does not know yet": {
            more: beside,
            from: ([other]) => asked({ ipcMode: unknownFrom(other) }),
        },
    },
    {
        "the host's network": [asked({ networkMode: "host" }), /Its networkMode is the host's/],
        "the host's processes": [asked({ pidMode: "host" }), /Its pidMode is the host's/],
        "the host's memory": [asked({ ipcMode: "host" }), /Its ipcMode is the host's/],
        "the host's users": [asked({ usernsMode: "host" }), /Its usernsMode is the host's/],
        "the host's control groups": [asked({ cgroupnsMode: "host" }), /Its cgroupnsMode is the host's/],
        "another's container": [
            asked({ pidMode: "container:ringfence-main-database" }),
            /Its pidMode is another container's: no container of this stack/,
        ],
        "another stack's container": [
            {
                more: (staging) => [stackReference(staging, "acme/ringfence/main")],
                from: ([main]) => asked({ ipcMode: interpolated`container:${[main, "outputs.id"]}` }),
            },
            /comes from another stack/,
        ],
        "something of which nothing is known": [asked({ pidMode: unknown }), /nothing says where it comes from/],
    },
);
