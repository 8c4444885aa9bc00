import { ownProject } from "../../../../policy/rules/isolation/own-project";
import { casesOf, failsOn, passesOn } from "../../cases";
import { onDocker, preProduction, production } from "../../environments";
import { output, resource, stackReference, unknown } from "../../facts-builders";
import { betasAgent, inRegistry, letIn, managing, reader, registryApi, repositoryIn } from "../../registry-facts";
import { stackOn } from "../../stack";

const inProject = (project: string) => ({ workload: { inputs: { project } } });

export default casesOf(
    ownProject,
    stackOn({ environment: preProduction() }),
    {},
    {
        ...passesOn("gcp", {
            "no project said": { workload: { inputs: { project: null } } },
            "made from a resource of the stack": {
                more: (staging) => [
                    resource(staging, "gcp:organizations/project:Project", "project", {
                        projectId: "acme-voice-staging",
                    }),
                ],
                from: ([project]) => ({ workload: { inputs: { project: output(project, "projectId") } } }),
            },
            "a provider of the own project": {
                more: (staging) => [
                    resource(staging, "pulumi:providers:gcp", "own", { project: "acme-voice-staging" }),
                ],
            },
            "the declared registry, by the stack that manages it": repositoryIn({}),
            "the registry's API": registryApi("artifactregistry.googleapis.com"),
            "the API that searches images": registryApi("containerscanning.googleapis.com"),
            "a permission for a declared reader": letIn(reader, betasAgent),
            "another resource's name": {
                workload: { inputs: { description: "acme-voice-main" } },
            },
            "what is only read": {
                more: (staging) => [
                    resource(staging, "gcp:storage/bucket:Bucket", "b", { project: "acme-other" }, { external: true }),
                ],
            },
        }),
        "the environment's own Docker Engine": [
            {
                environment: onDocker(preProduction()),
                more: (staging) => [
                    resource(staging, "pulumi:providers:docker", "own", { host: "unix:///var/run/docker.sock" }),
                    resource(staging, "pulumi:providers:docker", "default", {}),
                ],
            },
            "docker",
        ],
        "containers of an environment on Docker": [{ environment: onDocker(preProduction()) }, "docker"],
    },
    {
        ...failsOn("gcp", {
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
                    more: (staging) => [
                        resource(staging, "pulumi:providers:gcp", "main", { project: "acme-voice-main" }),
                    ],
                },
                /acme-voice-main/,
            ],
            "the declared registry, by a stack that only uses it": [
                repositoryIn({}, managing({ managed: false, readers: {}, deployers: {}, publisher: undefined })),
                /it is "acme-registry"/,
            ],
            "another repository in the registry's project": [
                repositoryIn({ repositoryId: "other" }),
                /it is "acme-registry"/,
            ],
            "the repository in another region": [repositoryIn({ location: "us-east1" }), /it is "acme-registry"/],
            "another API of the registry's project": [registryApi("run.googleapis.com"), /it is "acme-registry"/],
            "the registry's API in another environment's project": [
                registryApi("artifactregistry.googleapis.com", "acme-voice-staging"),
                /it is "acme-voice-staging"/,
            ],
            "a bucket in the registry's project": [
                inRegistry((main) => [resource(main, "gcp:storage/bucket:Bucket", "b", { project: "acme-registry" })]),
                /it is "acme-registry"/,
            ],
            "another repository that is adopted": [
                inRegistry((main) => [
                    {
                        ...resource(main, "gcp:artifactregistry/repository:Repository", "images", {
                            project: "acme-registry",
                            location: "europe-west2",
                            repositoryId: "voice",
                        }),
                        adopted: "projects/acme-registry/locations/europe-west2/repositories/other",
                    },
                ]),
                /What it adopts/,
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
        }),
        "another Docker Engine": [
            {
                environment: onDocker(preProduction()),
                more: (staging) => [
                    resource(staging, "pulumi:providers:docker", "theirs", { host: "ssh://deploy@main.example.com" }),
                ],
            },
            /The Docker Engine that host names/,
            "docker",
        ],
        "a bucket of an environment on Docker": [
            {
                environment: onDocker(preProduction()),
                more: (staging) => [resource(staging, "gcp:storage/bucket:Bucket", "b", { name: "b" })],
            },
            /is on no Google Cloud/,
            "docker",
        ],
    },
);
