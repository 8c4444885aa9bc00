import { resolve } from "node:path";
import type { Request } from "../options";
import type { PlanError } from "../plan";
import { jsonReport } from "../report/json";
import { withPlaces } from "../report/places";
import { statusOf } from "../report/status";
import { textReport } from "../report/text";
import { verdict } from "../report/text/verdict";
import { deliver, pageOf } from "./deliver";
import type { Surroundings } from "./surroundings";

/** A review of nothing must not pass for a good one. */
const nothing: PlanError = {
    stack: "",
    message: "the project has no stack",
    repair: "describe one in a file Pulumi.<stack>.yaml beside Pulumi.yaml",
};

/** `ringfence preview`: reviews the project and reports. Resolves with the exit status. */
export async function preview(request: Request, around: Surroundings): Promise<number> {
    const { stacks, project, debug, verbose, format, out } = request;
    const { directory, progress, stderr } = around;
    const found = await around.review({
        project: resolve(directory, project),
        stacks,
        debug,
        onProgress: progress.say,
    });
    progress.clear();
    const isEmpty = found.plans.length === 0 && found.errors.length === 0;
    const review = withPlaces(isEmpty ? { ...found, errors: [nothing] } : found, directory);

    const report = format === "json" ? jsonReport(review) : textReport(review, pageOf(request, around), { verbose });
    await deliver(report, request, around);
    if (out !== undefined) await stderr.write(`${verdict(review).text}\n`);
    return statusOf(review);
}
