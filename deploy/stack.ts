import { nearest } from "../environment/nearest";
import { loadProject, loadStack, type ProjectFiles } from "../environment/stack-file";
import { oneOf } from "../environment/wording";
import { DeployError } from "./deploy-error";

/** The project, which must have the stack. */
export function projectWith(stack: string, directory: string): ProjectFiles {
    const { value: project, errors } = loadProject(directory);
    if (project === undefined)
        throw new DeployError(errors[0]?.message ?? "there is no project", `${errors[0]?.repair ?? "Look at it"}.`);
    const names = project.stacks.map(({ name }) => name);
    if (names.includes(stack)) return project;
    const close = nearest(stack, names);
    throw new DeployError(
        `there is no stack file Pulumi.${stack}.yaml${close === undefined ? "" : `; did you mean ${close}?`}`,
        stack.includes("/")
            ? "Name the stack alone; `pulumi org set-default` says which organisation's it is."
            : `Name ${oneOf(names)}, or write that file.`,
    );
}

/** A Docker host has no accounts and vaults that services wait for, so nothing of it can be made apart. */
export function refuseFoundationWithoutCloud(project: ProjectFiles, stack: string): void {
    if (loadStack(project, stack).value?.environment.platform !== "docker") return;
    throw new DeployError(
        `${stack} runs on Docker, where there is no foundation to make first`,
        `Deploy it whole: npm run up -- ${stack}`,
    );
}

/**
 * Nobody can read the password of a user that is adopted, so until it is aligned the services would be told one that does
 * not open the database.
 */
export function refuseToStartUnaligned(project: ProjectFiles, stack: string): void {
    const database = loadStack(project, stack).value?.environment.database;
    if (database?.engine !== "postgresql" || database.adopt === undefined || database.adopt.align) return;
    throw new DeployError(
        `${stack} adopts its PostgreSQL and does not align it yet, so its services would not get in`,
        `Adopt it with: npm run up -- ${stack} --foundation. Then write \`align: true\` at ringfence:database.adopt.`,
    );
}
