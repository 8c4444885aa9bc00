import type { ResourceFacts } from "../../facts";
import type { Scope } from "../../rule";
import { caches } from "../cache";
import { databases } from "../database";
import { meant } from "../meant";
import { asDockerContainer } from "./container";
import { dockerTypes } from "./named";

/** Volumes of the stack in which a database or a cache keeps its data: the container comes and goes, they stay. */
export function dataVolumes(scope: Scope): readonly ResourceFacts[] {
    const servers = [...databases(scope), ...caches(scope)].flatMap(
        ({ resource }) => asDockerContainer(resource) ?? [],
    );
    const volumes = servers.flatMap(({ mounts }) =>
        mounts
            .filter(({ from, readOnly }) => from === "volume" && !readOnly)
            .flatMap(({ source }) => meant(scope, source, dockerTypes.volume)),
    );
    return [...new Set(volumes)].filter(({ external }) => !external);
}
