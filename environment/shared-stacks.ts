import type { ConfigPath } from "./config-path";
import type { Concerns } from "./schema/environment";

/** A shared stack that an environment reads, and the key that says so. */
export interface SharedUse {
    readonly stack: string;
    readonly what: "tunnel" | "transcription";
    readonly path: ConfigPath;
}

/** Every shared stack whose outputs the environment reads; a stack that several keys name is there for each of them. */
export function sharedUsesOf({ domain, transcription }: Pick<Concerns, "domain" | "transcription">): SharedUse[] {
    const uses: SharedUse[] = [];
    if (domain?.entry === "tunnel" && domain.tunnel !== undefined)
        uses.push({ stack: domain.tunnel, what: "tunnel", path: ["ringfence:domain", "tunnel"] });
    if (transcription?.from !== undefined)
        uses.push({ stack: transcription.from, what: "transcription", path: ["ringfence:transcription", "from"] });
    return uses;
}

/** The names of these stacks, each once. */
export const sharedStacksOf = (environment: Parameters<typeof sharedUsesOf>[0]): readonly string[] => [
    ...new Set(sharedUsesOf(environment).map(({ stack }) => stack)),
];
