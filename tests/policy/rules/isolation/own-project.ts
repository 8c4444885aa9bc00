import { ownProject } from "../../../../policy/rules/isolation/own-project";
import { casesOf } from "../../cases";
import { preProduction, production } from "../../environments";
import { output, resource, stackReference, unknown } from "../../facts-builders";
import { stackOn } from "../../stack";

const inProject = (project: string) => ({ workload: { inputs: { project } } });

export default casesOf(
    ownProject,
    stackOn({ environment: preProduction() }),
    {},
    {
        "no project said": { workload: { inputs: { project: null } } },
        "made from a resource of the stack": {
            more: (staging) => [
                resource(staging, "gcp:organizations/project:Project", "project", { projectId: "acme-voice-staging" }),
            ],
            from: ([project]) => ({ workload: { inputs: { project: output(project, "projectId") } } }),
        },
        "a provider of the own project": {
            more: (staging) => [resource(staging, "pulumi:providers:gcp", "own", { project: "acme-voice-staging" })],
        },
        "another resource's name": {
            workload: { inputs: { description: "acme-voice-main" } },
        },
        "what is only read": {
            more: (staging) => [
                resource(staging, "gcp:storage/bucket:Bucket", "b", { project: "acme-other" }, { external: true }),
            ],
        },
    },
    {
        "production's project": [
            inProject("acme-voice-main"),
            /it is "acme-voice-main", the environment's is "acme-voice-staging"/,
        ],
        "staging's project in production": [
            { environment: production(), ...inProject("acme-voice-staging") },
            /it is "acme-voice-staging"/,
        ],
        "a project by its number": [inProject("123456789012"), /it is "123456789012"/],
        "another project as the host of the network": [
            {
                more: (staging) => [
                    resource(staging, "gcp:compute/sharedVPCServiceProject:SharedVPCServiceProject", "shared", {
                        hostProject: "acme-voice-main",
                        serviceProject: "acme-voice-staging",
                    }),
                ],
            },
            /What hostProject names/,
        ],
        "a provider of another project": [
            {
                more: (staging) => [resource(staging, "pulumi:providers:gcp", "main", { project: "acme-voice-main" })],
            },
            /acme-voice-main/,
        ],
        "another stack's project": [
            {
                more: (staging) => [stackReference(staging, "acme/ringfence/main")],
                from: ([main]) => ({ workload: { inputs: { project: output(main, "outputs.project") } } }),
            },
            /comes from another stack/,
        ],
        "a project that nothing is known of": [
            { workload: { inputs: { project: unknown } } },
            /nothing says where it comes from/,
        ],
    },
);
