import type { Request } from "../options";
import { jsonReport } from "../report/json";
import { statusOf } from "../report/status";
import { deliver, pageOf } from "./deliver";
import { reviewed } from "./reviewed";
import type { Surroundings } from "./surroundings";

/** Loaded when it is asked for: JSON must not wait for it. */
const asText = () => require("../report/text") as typeof import("../report/text");
const asVerdict = () => require("../report/text/verdict") as typeof import("../report/text/verdict");

/** `ringfence preview`: reviews the project and reports. Resolves with the exit status. */
export async function preview(request: Request, around: Surroundings): Promise<number> {
    const { verbose, format, out } = request;
    const review = await reviewed(request, around);
    const report =
        format === "json" ? jsonReport(review) : asText().textReport(review, pageOf(request, around), { verbose });
    await deliver(report, request, around);
    if (out !== undefined) await around.stderr.write(`${asVerdict().verdict(review).text}\n`);
    return statusOf(review);
}
