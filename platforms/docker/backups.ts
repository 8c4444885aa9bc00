import type * as pulumi from "@pulumi/pulumi";
import type { DumpArgs, PostgresArgs } from "../platform";
import { type BackUpContainer, backUpContainer, type DatabaseAccess, shipContainer } from "./backup";
import { baseImage } from "./base-images";
import { runningContainer } from "./container";
import type { Engine } from "./engine";
import { files } from "./files";
import { componentOf } from "./labels";
import { contentOf } from "./secrets";
import { namedVolume } from "./volume";

interface BackedUp {
    /** Name of the server's container. */
    readonly called: string;
    readonly image: string;
    readonly access: DatabaseAccess;
    readonly backups: PostgresArgs["backups"];
    readonly dumps: DumpArgs;
}

/** Takes a dump every day and puts it outside the host: by a mounted folder, or by a second container that copies it. */
export function dailyDumps(
    engine: Engine,
    name: string,
    { called, image, access, backups, dumps }: BackedUp,
    parent: pulumi.Resource,
): void {
    const { target, key } = dumps;
    const { at, keep } = backups;
    const work = namedVolume(engine, `${name}-work`, { called: `${called}-backup`, labelled: name }, { parent }).name;
    const run = (part: string, container: BackUpContainer, network: pulumi.Input<string>) =>
        backupContainer(engine, { name: `${name}-${part}`, called: `${called}-${part}`, container, network }, parent);
    run("backup", backUpContainer({ image, database: access, at, keep, target, work }), engine.networks.data);
    if (target.kind !== "s3" || key === undefined) return;
    const opened = { accessKeyId: contentOf(key.accessKeyId), secretAccessKey: contentOf(key.secretAccessKey) };
    const { environment } = engine;
    const shipping = {
        environment,
        image: baseImage("rclone"),
        serverImage: image,
        database: access,
        keep,
        target,
        work,
    };
    run("shipper", shipContainer({ ...shipping, key: opened }), engine.networks.services);
}

interface Described {
    readonly name: string;
    readonly called: string;
    readonly container: BackUpContainer;
    readonly network: pulumi.Input<string>;
}

function backupContainer(
    engine: Engine,
    { name, called, container: { texts, ...container }, network }: Described,
    parent: pulumi.Resource,
): void {
    const carried = Object.entries(texts).map(([folder, of], index) =>
        files(engine, `${name}-${index + 1}`, { folder, image: container.image, texts: of }, parent),
    );
    engine.inventory.backups.push(componentOf(engine, `${name}-container`));
    runningContainer(
        engine,
        `${name}-container`,
        { ...container, containerName: called, networks: [{ name: network, aliases: [] }], files: carried },
        // One of them at a time on the volume.
        { parent, deleteBeforeReplace: true },
    );
}
