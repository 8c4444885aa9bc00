import type * as pulumi from "@pulumi/pulumi";
import { dumpFolder as folder } from "../../../environment/seeding";
import { toMebibytes, toSeconds } from "../../../environment/units";
import type { Bucket, BucketArgs } from "../../platform";
import { baseImage } from "../base-images";
import type { Engine } from "../engine";
import { runToEnd } from "../run-to-end";
import { scheduledContainer } from "../schedule";
import { namedVolume } from "../volume";
import { expired, keeperUser, prepared } from "./permissions";

/** Whatever has a shell and is on the host already: the front's. */
const image = "nginx";
/** When old files go: an hour in which nothing else is planned. */
const cleaned = "30 0 * * *";

/**
 * A volume of the environment's own that others on the host may add files to, and do nothing else: who may do what is the
 * folder's owner and mode. It is made ready before anybody of this environment mounts it.
 */
export function dropBox(
    engine: Engine,
    name: string,
    { called, retention, expireAfter, readers = [] }: BucketArgs,
    parent: pulumi.Resource,
): Bucket {
    if (retention !== undefined || readers.length > 0)
        throw new RangeError("a host cannot keep a file from its administrator, nor let in a group of people");
    const volume = namedVolume(
        engine,
        name,
        { called: `${engine.prefix}-${called}-files`, labelled: name },
        { parent },
    );
    const ready = runToEnd(
        engine,
        `${name}-preparation`,
        {
            image: baseImage(image),
            entryPoint: ["sh", "-ec", prepared(folder)],
            networks: [],
            volumes: { [folder]: volume.name },
            user: "0:0",
            capabilities: ["CHOWN", "FOWNER"],
            cpu: 0.5,
            memory: toMebibytes(64),
            grace: toSeconds(60),
        },
        { called: `preparation of ${called}`, after: [] },
        parent,
    );
    if (expireAfter !== undefined)
        scheduledContainer(
            engine,
            `${name}-clean-up`,
            {
                called: `${engine.prefix}-${called}-clean-up`,
                image: baseImage(image),
                run: ["sh", "-ec", expired(expireAfter, folder)],
                schedule: cleaned,
                timeout: toSeconds(600),
                retries: 0,
                networks: [],
                volumes: { [folder]: volume.name },
                scratch: { "/tmp": toMebibytes(16) },
                user: keeperUser,
                cpu: 0.5,
                memory: toMebibytes(64),
            },
            { parent, dependsOn: [ready] },
        );
    const nobody = (): pulumi.Resource => ready;
    return {
        name: volume.name,
        // Nobody of the environment's own mounts it before.
        resource: ready,
        // The folder's mode lets in who has it mounted, and nobody has it mounted whom the program does not let.
        grantReading: nobody,
        grantWriting: nobody,
    };
}
