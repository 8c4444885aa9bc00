import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { asDockerContainer } from "./docker/container";
import { filesOf } from "./docker/delivered";
import { field, items, text } from "./read";
import { survey } from "./survey";

const secretType = "gcp:secretmanager/secret:Secret";
const versionType = "gcp:secretmanager/secretVersion:SecretVersion";

/**
 * Whether the file that a Cloud Run service or job, or a container, finds at a path is this stack's own: a text that the
 * stack itself puts into its vault, mounted there, or writes into the container. One that somebody else may put there is
 * not.
 */
export function isOwnFile(scope: Pick<Scope, "resources">, resource: ResourceFacts, path: string): boolean {
    const { inputs, type } = resource;
    if (asDockerContainer(resource) !== undefined)
        return filesOf(scope, resource).some(({ file, value }) => file === path && text(value) !== undefined);
    if (!type.startsWith("gcp:cloudrunv2/")) return false;
    const template = field(inputs, "template");
    const task = type.endsWith(":Job") ? field(template, "template") : template;
    const mounts = items(field(task, "containers")).flatMap((container) => items(field(container, "volumeMounts")));
    return items(field(task, "volumes")).some((volume) => {
        const name = text(field(volume, "name"));
        const places = mounts.filter((mount) => name !== undefined && text(field(mount, "name")) === name);
        const files = items(field(volume, "secret", "items")).map((item) => text(field(item, "path")));
        const there = places.some((mount) =>
            files.some((file) => `${text(field(mount, "mountPath"))}/${file}` === path),
        );
        return there && isWritten(scope, volume);
    });
}

/** Whether this stack makes a version of the mounted secret, of a text that is known. */
function isWritten(scope: Pick<Scope, "resources">, volume: Value): boolean {
    const mounted = namesOf(scope, field(volume, "secret", "secret"));
    return (survey(scope).byType.get(versionType) ?? []).some(
        ({ external, inputs }) =>
            !external &&
            text(inputs.secretData) !== undefined &&
            namesOf(scope, inputs.secret).some((name) => mounted.includes(name)),
    );
}

/** What a value calls a secret of this stack: the end of its path, or what it refers to. */
function namesOf(scope: Pick<Scope, "resources">, value: Value | undefined): readonly string[] {
    if (!(value instanceof Partial)) return text(value)?.split("/").slice(-1) ?? [];
    return value.references.flatMap(({ urn }) => {
        const source = survey(scope).byUrn.get(urn);
        return source?.type === secretType ? [text(source.inputs.secretId) ?? urn] : [];
    });
}
