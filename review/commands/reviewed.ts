import { resolve } from "node:path";
import type { Request } from "../options";
import type { PlanError, Review } from "../plan";
import { withPlaces } from "../report/places";
import type { Surroundings } from "./surroundings";

/** A review of nothing must not pass for a good one. */
const nothing: PlanError = {
    stack: "",
    message: "the project has no stack",
    repair: "describe one in a file Pulumi.<stack>.yaml beside Pulumi.yaml",
};

/** The review that a command asks for, with files named from the directory it was typed in. */
export async function reviewed({ stacks, project, debug }: Request, around: Surroundings): Promise<Review> {
    const { directory, progress } = around;
    const found = await around.review({
        project: resolve(directory, project),
        stacks,
        debug,
        onProgress: progress.say,
    });
    progress.clear();
    const isEmpty = found.plans.length === 0 && found.errors.length === 0;
    return withPlaces(isEmpty ? { ...found, errors: [nothing] } : found, directory);
}
