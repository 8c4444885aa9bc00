import type { Container } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import { toMebibytes, toSeconds } from "../../../environment/units";
import { type ContainerDescription, type HealthCheck, runningContainer } from "../container";
import type { Engine } from "../engine";
import { type Files, files, type MountedText } from "../files";
import { namedVolume } from "../volume";
import type { Address } from "./addresses";
import type { Monitored } from "./description";
import { configurationFolder } from "./places";

/** Where the programs of one environment's monitoring are made. */
export interface Place {
    readonly engine: Engine;
    /** The monitoring's own name: what the names of its programs begin with. */
    readonly name: string;
    readonly parent: pulumi.Resource;
}

/** The same, for a program that is told what there is. */
export interface Site extends Place {
    readonly monitored: Monitored;
}

interface Program extends Omit<ContainerDescription, "containerName" | "networks" | "grace"> {
    /** Networks beside the monitoring's own. */
    readonly also?: readonly pulumi.Input<string>[] | undefined;
    readonly after?: readonly pulumi.Resource[] | undefined;
}

/**
 * A program of the monitoring, found by its alias in the monitoring's network. One at a time: it holds a volume, a port or
 * the place of the one that is asked.
 */
export function program(site: Site, { alias }: Address, { also = [], after = [], ...description }: Program): Container {
    const { engine, parent } = site;
    const networks = [
        { name: engine.networks.monitoring, aliases: [alias] },
        ...also.map((network) => ({ name: network, aliases: [] })),
    ];
    return runningContainer(
        engine,
        partOf(site, alias),
        {
            scratch: { "/tmp": toMebibytes(16) },
            ...description,
            containerName: calledIn(site, alias),
            networks,
            grace: toSeconds(30),
        },
        { parent, deleteBeforeReplace: true, dependsOn: [...after] },
    );
}

export const partOf = ({ name }: Place, part: string): string => `${name}-${part}`;

/** What is on the host's lists by name. */
export const calledIn = ({ engine }: Place, part: string): string => `${engine.prefix}-${part}`;

/** The configuration of a program, which makes another container of it when it changes. */
export const configured = (site: Site, { alias }: Address, image: string, texts: readonly MountedText[]): Files =>
    lent(site, `${alias}-configuration`, { folder: configurationFolder, image, texts });

export const lent = (place: Place, part: string, carried: Parameters<typeof files>[2]): Files =>
    files(place.engine, partOf(place, part), carried, place.parent);

/** The volume of a program's own data, which outlives its containers. What is in it can be missed: it is not protected. */
export const keptBy = (place: Place, { alias }: Address): pulumi.Output<string> =>
    namedVolume(
        place.engine,
        partOf(place, alias),
        { called: calledIn(place, `${alias}-data`), labelled: partOf(place, alias) },
        { parent: place.parent },
    ).name;

/** Asked by BusyBox' wget, which most of the images have. */
export const answersAt = ({ port }: Address, path: string): HealthCheck =>
    healthy(["CMD", "wget", "-q", "-T", "4", "-O", "/dev/null", `http://127.0.0.1:${port}${path}`]);

export const healthy = (test: readonly string[]): HealthCheck => ({
    test,
    interval: toSeconds(15),
    timeout: toSeconds(5),
    retries: 4,
    startPeriod: toSeconds(60),
});

/** The file of a configuration, without its folder. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
