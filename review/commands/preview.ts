import type { Request } from "../options";
import { jsonReport } from "../report/json";
import { statusOf } from "../report/status";
import { textReport } from "../report/text";
import { verdict } from "../report/text/verdict";
import { deliver, pageOf } from "./deliver";
import { reviewed } from "./reviewed";
import type { Surroundings } from "./surroundings";

/** `ringfence preview`: reviews the project and reports. Resolves with the exit status. */
export async function preview(request: Request, around: Surroundings): Promise<number> {
    const { verbose, format, out } = request;
    const review = await reviewed(request, around);
    const report = format === "json" ? jsonReport(review) : textReport(review, pageOf(request, around), { verbose });
    await deliver(report, request, around);
    if (out !== undefined) await around.stderr.write(`${verdict(review).text}\n`);
    return statusOf(review);
}
