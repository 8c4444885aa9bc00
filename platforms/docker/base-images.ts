import lock from "./base-images.lock.json";

/** The images that the program itself brings: by what is asked for, with the digest that was looked up. */
export type BaseImage = keyof typeof lock;

interface Locked {
    readonly image: string;
    /** Nothing where nobody has looked it up yet: a rule tells of it. */
    readonly digest: string | null;
}

/** `name:tag@sha256:…`, as far as the lock file knows. */
export function baseImage(asked: BaseImage): string {
    const { image, digest }: Locked = lock[asked];
    return digest === null ? image : `${image}@${digest}`;
}
