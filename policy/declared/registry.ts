import { deliveryAccountOf, type Environment } from "../../environment";
import { Partial, type ResourceFacts, type Urn } from "../facts";
import type { Scope } from "../rule";
import { foreign } from "../views/origin";
import { projectOf, projectsNamed } from "../views/project";
import { text } from "../views/read";
import { survey } from "../views/survey";
import { saysOnly } from "./says-only";

/**
 * The exception for images: the one stack that manages the registry (`ringfence:registry`, `managed`) makes that
 * repository in the images' project, switches on its two APIs there, and lets in whom it declares. That, to the letter,
 * and nothing else in that project.
 */
const serviceType = "gcp:projects/service:Service";
const repositoryType = "gcp:artifactregistry/repository:Repository";
const grantType = "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember";

const apis: ReadonlySet<unknown> = new Set(["artifactregistry.googleapis.com", "containerscanning.googleapis.com"]);
const reader = "roles/artifactregistry.reader";
const writer = "roles/artifactregistry.writer";

type Managed = NonNullable<Environment["registry"]>;

/** Whether a resource is a part of the registry, just as this environment declares it. */
export function isDeclaredInRegistry(scope: Scope, resource: ResourceFacts): boolean {
    const { registry } = scope.environment;
    const { type, inputs, adopted } = resource;
    if (!registry?.managed || inputs.project !== registry.project) return false;
    if (adopted !== undefined && !(type === repositoryType && adopted === pathOf(registry))) return false;
    if (type === serviceType) return apis.has(inputs.service);
    if (inputs.location !== registry.location) return false;
    if (type === repositoryType) return inputs.repositoryId === registry.repository;
    return type === grantType && inputs.repository === registry.repository && isDeclaredGrant(scope, resource);
}

/** Whether a resource is a permission for another environment's account that this environment declares, by its name. */
export function isGrantToDeclared({ registry }: Environment, { type, inputs }: ResourceFacts): boolean {
    if (!registry?.managed || type !== grantType) return false;
    const { project, location, repository, role, member } = inputs;
    const here = project === registry.project && location === registry.location && repository === registry.repository;
    return here && saysOnly(inputs, said) && isDeclaredMember(registry, text(role), text(member));
}

const pathOf = ({ project, location, repository }: Managed): string =>
    `projects/${project}/locations/${location}/repositories/${repository}`;

/** Everything that a permission may say. */
const said: ReadonlySet<string> = new Set(["project", "location", "repository", "role", "member"]);

function isDeclaredGrant(scope: Scope, resource: ResourceFacts): boolean {
    const { registry, delivery } = scope.environment;
    const { role, member } = resource.inputs;
    if (!saysOnly(resource.inputs, said) || registry === undefined) return false;
    if (isDeclaredMember(registry, text(role), text(member))) return true;
    const own = ownAccount(scope, resource);
    if (own === undefined) return false;
    if (role === reader) return true;
    const publisher = deliveryAccountOf(scope.environment, "publisher");
    return role === writer && delivery?.builds === true && own.inputs.accountId === publisher;
}

function isDeclaredMember(registry: Managed, role: string | undefined, member: string | undefined): boolean {
    const { readers, deployers, publisher } = registry;
    if (role === writer) return publisher !== undefined && member === `serviceAccount:${publisher}`;
    if (role !== reader || member === undefined) return false;
    return (
        Object.values(readers).some((number) => member === runAgent(number)) ||
        Object.values(deployers).some((address) => member === `serviceAccount:${address}`)
    );
}

/** The account as which Cloud Run acts in a project: https://cloud.google.com/iam/docs/service-agents */
const runAgent = (number: string): string =>
    `serviceAccount:service-${number}@serverless-robot-prod.iam.gserviceaccount.com`;

/** The account of this environment's own, or Cloud Run's in its project, that a permission is for: made by this stack. */
function ownAccount(scope: Scope, resource: ResourceFacts): ResourceFacts | undefined {
    const { byUrn } = survey(scope);
    const sources = sourcesOf(scope, resource).map((urn) => byUrn.get(urn));
    const [account, ...more] = sources.filter((source) => source !== undefined && isAccount(source));
    // At a registration an unknown counts as made from all that the resource depends on: the repository too.
    const others = sources.filter((source) => source === undefined || !isAccount(source));
    if (account === undefined || more.length > 0 || foreign(scope, account.urn) !== undefined) return undefined;
    if (others.some((other) => other === undefined || !isDeclaredInRegistry(scope, other))) return undefined;
    const named = text(resource.inputs.member);
    return named === undefined || isNamedAsOwn(scope, named) ? account : undefined;
}

/** What the member is made from. At a registration known text does not tell; there it is what the resource depends on. */
function sourcesOf(
    scope: Scope,
    { inputs: { member }, propertyDependencies, dependencies }: ResourceFacts,
): readonly Urn[] {
    if (member instanceof Partial) return member.references.map(({ urn }) => urn);
    const told = propertyDependencies.member ?? [];
    return told.length > 0 || scope.complete ? told : dependencies;
}

const isAccount = ({ type, inputs }: ResourceFacts): boolean =>
    type === "gcp:serviceaccount/account:Account" ||
    (type === "gcp:projects/serviceIdentity:ServiceIdentity" && inputs.service === "run.googleapis.com");

/** Known text must fit what it is made from: an account of the own project, or Cloud Run's, which is named by number. */
const isNamedAsOwn = ({ environment }: Scope, member: string): boolean =>
    /^serviceAccount:service-\d+@serverless-robot-prod\.iam\.gserviceaccount\.com$/.test(member) ||
    projectsNamed(member).every(({ project }) => project === projectOf(environment));
