import { deliveryAddressOf, type Environment, type Registry, registryAddress } from "../../environment";
import type { IsolationViolation } from "../plan";

/**
 * One stack makes the registry that several share, and lets in each of the others: what it leaves out cannot pull, cannot
 * be deployed or cannot push, which the cloud would say only in the middle of a deployment.
 */
export function registries(
    environments: readonly Environment[],
    unread: ReadonlySet<string>,
): readonly IsolationViolation[] {
    const users = environments.filter(isUser);
    const addresses = new Set(users.map(({ registry }) => registryAddress(registry)));
    return [...addresses].flatMap((address) => {
        const sharing = users.filter(({ registry }) => registryAddress(registry) === address);
        const managers = sharing.filter(({ registry }) => registry.managed);
        return [
            ...inOwnProject(address, sharing, environments),
            ...oneManager(address, managers),
            ...oneBuilder(address, sharing),
            ...managers.flatMap((manager) => [
                ...leftOut(
                    address,
                    manager,
                    sharing.filter(({ registry }) => !registry.managed),
                ),
                ...unknownReaders(manager, new Set([...named(environments), ...unread])),
            ]),
        ];
    });
}

type User = Environment & { readonly registry: Registry };
const isUser = (environment: Environment): environment is User => environment.registry !== undefined;

const violation = (stacks: readonly string[], message: string): IsolationViolation => ({
    rule: "registry",
    stacks,
    resources: [],
    message,
});
const named = (environments: readonly Environment[]): string[] => environments.map(({ name }) => name);

/** The images' project holds nothing else, so that nobody who may push an image may change an environment. */
function inOwnProject(
    address: string,
    sharing: readonly User[],
    environments: readonly Environment[],
): IsolationViolation[] {
    const owners = environments.filter(({ gcp }) => gcp !== undefined && gcp.project === sharing[0]?.registry.project);
    return owners.map((owner) =>
        violation(
            [...new Set([owner.name, ...named(sharing)])],
            `The registry ${address} lies in ${owner.name}'s own Google Cloud project: give images a project that holds nothing else, in ringfence:registry.project.`,
        ),
    );
}

function oneManager(address: string, managers: readonly User[]): IsolationViolation[] {
    if (managers.length < 2) return [];
    const stacks = named(managers);
    return [
        violation(
            stacks,
            `${stacks.join(" and ")} both manage the registry ${address}: leave \`managed: true\` under ringfence:registry in one of them.`,
        ),
    ];
}

function oneBuilder(address: string, sharing: readonly User[]): IsolationViolation[] {
    const builders = sharing.filter(({ delivery }) => delivery?.builds);
    if (builders.length < 2) return [];
    const stacks = named(builders);
    return [
        violation(
            stacks,
            `${stacks.join(" and ")} both build the image of ${address}, so what was tried out in one is not what runs in the other: leave \`builds: true\` under ringfence:delivery in one of them.`,
        ),
    ];
}

/** What the manager's stack file has to say of another stack that uses the registry, and does not. */
function leftOut(address: string, manager: User, others: readonly User[]): IsolationViolation[] {
    const { readers, deployers, publisher } = manager.registry;
    return others.flatMap((other) => {
        const tell = (message: string) => violation([manager.name, other.name], message);
        const deployer = deliveryAddressOf(other, "deployer");
        const pusher = deliveryAddressOf(other, "publisher");
        return [
            ...(other.gcp === undefined || Object.hasOwn(readers, other.name)
                ? []
                : [
                      tell(
                          `${other.name}'s services cannot pull from ${address}, which ${manager.name} manages: add \`${other.name}\` with the number of the project ${other.gcp?.project} to ringfence:registry.readers of ${manager.name}.`,
                      ),
                  ]),
            ...(other.delivery === undefined || deployers[other.name] === deployer
                ? []
                : [
                      tell(
                          `${other.name}'s workflow cannot deploy images of ${address}, because Cloud Run asks whether it may read them: write \`${other.name}: ${deployer}\` under ringfence:registry.deployers of ${manager.name}.`,
                      ),
                  ]),
            ...(other.delivery?.builds !== true || publisher === pusher
                ? []
                : [
                      tell(
                          `${other.name} builds the image and cannot push it to ${address}: write \`publisher: ${pusher}\` under ringfence:registry of ${manager.name}.`,
                      ),
                  ]),
        ];
    });
}

function unknownReaders(manager: User, known: ReadonlySet<string>): IsolationViolation[] {
    return (["readers", "deployers"] as const).flatMap((key) =>
        Object.keys(manager.registry[key])
            .filter((stack) => !known.has(stack))
            .map((stack) =>
                violation(
                    [manager.name],
                    `${manager.name} lets "${stack}" read its images, and no stack of this project that can be read is called so: correct or remove it under ringfence:registry.${key}.`,
                ),
            ),
    );
}
