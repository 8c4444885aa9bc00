import { RemoteImage, type RemoteImageArgs } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import { fingerprint } from "../names";
import { contentsOf } from "./contents";

/** An image that is built on the host, from a folder of the project, instead of being pulled. */
export interface BuiltImage {
    readonly image: string;
    /** The folder with its Dockerfile, from where the program runs. */
    readonly folder: string;
}

/** An image that is on the host. */
export interface PresentImage {
    readonly resource: pulumi.Resource;
    /** What a container is made from. */
    readonly reference: pulumi.Input<string>;
}

/** The images that the environment runs, each brought to the host once. */
export class Images {
    readonly #images = new Map<string, PresentImage>();

    constructor(
        readonly name: string,
        readonly built: BuiltImage | undefined,
        readonly parent: pulumi.Resource,
    ) {}

    /** What must be there before a container of the image is made. An image that the host has already is not pulled. */
    on(reference: string): PresentImage {
        const known = this.#images.get(reference);
        if (known !== undefined) return known;
        const isBuilt = this.built?.image === reference;
        const resource = this.bring(reference, isBuilt ? building(this.built.folder) : {});
        // A name says nothing of what was built under it last.
        const image = { resource, reference: isBuilt ? resource.imageId : reference };
        this.#images.set(reference, image);
        return image;
    }

    private bring(reference: string, how: Partial<RemoteImageArgs>): RemoteImage {
        const [repository = ""] = reference.split(/[:@]/);
        const called = repository.split("/").at(-1);
        return new RemoteImage(
            `${this.name}-${called}-${fingerprint(reference, 6)}-image`,
            // The last release's image stays on the host: a rollback needs it at once.
            { name: reference, keepLocally: true, ...how },
            { parent: this.parent },
        );
    }
}

const building = (folder: string): Partial<RemoteImageArgs> => ({
    build: { context: folder },
    triggers: { contents: contentsOf(folder) },
});
