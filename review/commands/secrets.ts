import type { Request } from "../options";
import { jsonSecrets } from "../report/secrets/json";
import { textSecrets } from "../report/secrets/text";
import { secretsVerdict } from "../report/secrets/verdict";
import { deliver, pageOf } from "./deliver";
import { reviewed } from "./reviewed";
import type { Surroundings } from "./surroundings";

/** `ringfence secrets`: what somebody must supply, and how. Resolves with the exit status; it judges nothing. */
export async function secrets(request: Request, around: Surroundings): Promise<number> {
    const review = await reviewed(request, around);
    const list = request.format === "json" ? jsonSecrets(review) : textSecrets(review, pageOf(request, around));
    await deliver(list, request, around);
    if (request.out !== undefined) await around.stderr.write(`${secretsVerdict(review).text}\n`);
    return review.errors.length > 0 ? 1 : 0;
}
