import type { Environment } from "../../environment";
import type { Partial, ResourceFacts, Value } from "../../policy/facts";
import { projectOf } from "../../policy/views/project";
import { image, production } from "./environments";
import { type Inputs, output, resource, serviceAccount } from "./facts-builders";
import type { Stack } from "./stack";

/** Production as the stack that manages the registry which the images of `environments.ts` come from. */
export const managing = (more: Readonly<Record<string, unknown>> = {}): Environment =>
    production({
        release: { name: "r1", image },
        registry: {
            project: "acme-registry",
            location: "europe-west2",
            repository: "voice",
            managed: true,
            readers: { beta: "415104041262" },
            deployers: { beta: "beta-deployer@acme-voice-beta.iam.gserviceaccount.com" },
            publisher: "beta-publisher@acme-voice-beta.iam.gserviceaccount.com",
            ...more,
        },
    });

export const betasAgent = "serviceAccount:service-415104041262@serverless-robot-prod.iam.gserviceaccount.com";
export const betasDeployer = "serviceAccount:beta-deployer@acme-voice-beta.iam.gserviceaccount.com";
export const betasPublisher = "serviceAccount:beta-publisher@acme-voice-beta.iam.gserviceaccount.com";
export const reader = "roles/artifactregistry.reader";
export const writer = "roles/artifactregistry.writer";

const place = { project: "acme-registry", location: "europe-west2" };
const none = () => [];

/** One resource, in a stack that manages the registry. */
export const inRegistry = (
    make: (main: Environment) => readonly ResourceFacts[],
    environment: Environment = managing(),
): Stack => ({ environment, runs: false, more: make });

export const registryApi = (service: string, project = "acme-registry"): Stack =>
    inRegistry((main) => [resource(main, "gcp:projects/service:Service", "api", { project, service })]);

export const repositoryIn = (inputs: Inputs, environment?: Environment): Stack =>
    inRegistry(
        (main) => [
            resource(main, "gcp:artifactregistry/repository:Repository", "images", {
                ...place,
                repositoryId: "voice",
                format: "DOCKER",
                ...inputs,
            }),
        ],
        environment,
    );

/** A permission on the repository; `member` may be made from the resources before it. */
export const letIn = (
    role: string,
    member: string | ((before: ResourceFacts) => string | Partial),
    inputs: Inputs = {},
    before: (main: Environment) => readonly ResourceFacts[] = none,
    environment?: Environment,
): Stack =>
    inRegistry((main) => {
        const made = before(main);
        const given: Value = typeof member === "string" ? member : member(made[0] as ResourceFacts);
        return [
            ...made,
            resource(main, "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember", "let-in", {
                ...place,
                repository: "voice",
                role,
                member: given,
                ...inputs,
            }),
        ];
    }, environment);

export const ownAgent = (main: Environment) => [
    resource(main, "gcp:projects/serviceIdentity:ServiceIdentity", "agent", {
        project: projectOf(main),
        service: "run.googleapis.com",
    }),
];
export const ownDeployer = (main: Environment) => [serviceAccount(main, "main-deployer")];
export const memberOf = (account: ResourceFacts) => output(account, "member");
