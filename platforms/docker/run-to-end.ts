import { Container } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { PlainError } from "../plain-error";
import { type ContainerDescription, containerArgs } from "./container";
import type { Engine } from "./engine";
import { componentOf } from "./labels";

/**
 * Runs a container to its end, for at most its grace, and yields what is there only after a good one. The provider waits
 * for the end and takes no notice of how it was: the status is looked at here, and what comes after waits for that look.
 */
export function runToEnd(
    engine: Engine,
    name: string,
    description: ContainerDescription,
    { called, after }: { readonly called: string; readonly after: readonly pulumi.Resource[] },
    parent: pulumi.Resource,
): pulumi.CustomResource {
    engine.inventory.jobs.push(componentOf(engine, name));
    const job = new Container(
        `${name}-job`,
        {
            ...containerArgs(engine, name, description),
            // The provider stops waiting at the first end, so a second try would go on unseen.
            restart: "no",
            mustRun: false,
            attach: true,
            logs: true,
            destroyGraceSeconds: 10,
        },
        {
            parent,
            deleteBeforeReplace: false,
            dependsOn: [engine.images.on(description.image).resource, ...after],
            customTimeouts: { create: `${description.grace}s` },
        },
    );
    return goodEnd(name, called, job, parent);
}

/**
 * Stands for the good end of a job: it cannot be made after a bad one, and what depends on it is then not touched. It has
 * to be a resource of a provider's, since nothing waits for a component.
 */
function goodEnd(name: string, called: string, job: Container, parent: pulumi.Resource): pulumi.CustomResource {
    const ended = pulumi
        .all([job.id, job.exitCode, job.containerLogs, job.name, job.urn])
        .apply(([id, code, logs, container, urn]) => {
            // A plan cannot know; an end without a status is not a good one.
            if (code === 0 || (code === undefined && pulumi.runtime.isDryRun())) return id;
            throw new PlainError(
                `the job ${called} ended with ${code ?? "no status"} (container ${container}):\n${lastLines(logs ?? "")}\nOnce its cause is mended, run it again by another release, or by\n  npm run up -- ${pulumi.getStack()} -- --replace '${urn}'`,
            );
        });
    return new random.RandomId(`${name}-ended`, { byteLength: 2, keepers: { job: ended } }, { parent });
}

const lastLines = (logs: string): string => logs.trimEnd().split("\n").slice(-20).join("\n");
