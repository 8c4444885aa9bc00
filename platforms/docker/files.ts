import { Container } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { Engine } from "./engine";
import { labels } from "./labels";

/** A text that a container finds as a file. */
export interface MountedText {
    /** Name of the file, without a folder. */
    readonly name: string;
    readonly content: pulumi.Input<string>;
    readonly executable?: boolean | undefined;
}

/** Files that a container finds in a folder, and cannot change. */
export interface Files {
    /** The container that holds them; another one when any of the files is another. */
    readonly carrier: pulumi.Output<string>;
}

/**
 * Files for a container whose root cannot be written: the provider copies nothing into such a one, not even into a volume
 * of its own. They lie in a volume of a second container, made for that and never started, which lends it. A container that
 * still runs on the files of the last release keeps them until it ends.
 */
export function files(
    engine: Engine,
    name: string,
    {
        folder,
        image,
        texts,
    }: { readonly folder: string; readonly image: string; readonly texts: readonly MountedText[] },
    parent: pulumi.Resource,
): Files {
    return { carrier: carrier(engine, name, { folder, image, texts }, {}, parent).name };
}

/**
 * Files in a volume that stays the same when they change: for a container that looks after them itself while it runs on.
 * Returns what puts them there.
 */
export function filesInVolume(
    engine: Engine,
    name: string,
    { volume, ...carried }: Carried & { readonly volume: pulumi.Output<string> },
    parent: pulumi.Resource,
): pulumi.Resource {
    return carrier(engine, name, carried, { volumeName: volume }, parent);
}

interface Carried {
    readonly folder: string;
    readonly image: string;
    readonly texts: readonly MountedText[];
}

const carrier = (
    engine: Engine,
    name: string,
    { folder, image, texts }: Carried,
    into: { readonly volumeName?: pulumi.Output<string> },
    parent: pulumi.Resource,
): Container =>
    new Container(
        `${name}-files`,
        {
            image: engine.images.on(image).reference,
            start: false,
            mustRun: false,
            labels: labels(engine, name),
            networkMode: "none",
            volumes: [{ containerPath: folder, ...into }],
            uploads: texts.map(({ name: file, content, executable = false }) => ({
                file: `${folder}/${file}`,
                content,
                executable,
            })),
        },
        { parent, dependsOn: engine.images.on(image).resource, deleteBeforeReplace: false },
    );
