import { allOf } from "../../../environment/wording";
import type { Review } from "../../plan";
import { secretsIn } from "../../secrets/inventory";
import { counted, once } from "../text/words";

/** The last line: how much there is to do. */
export function secretsVerdict({ plans, errors }: Review): { readonly text: string; readonly complete: boolean } {
    const failed = once(errors.map(({ stack }) => stack)).filter((stack) => stack !== "");
    const missing =
        errors.length === 0
            ? ""
            : `${failed.length === 0 ? "The project" : allOf(failed)} could not be planned, so the list is not complete. `;
    const waiting = plans
        .map((plan) => secretsIn(plan).filter(({ content }) => content === "supplied").length)
        .filter((count) => count > 0);
    const total = waiting.reduce((sum, count) => sum + count, 0);
    const found =
        total === 0
            ? plans.length === 0
                ? ""
                : "Nobody has to supply a secret."
            : `${counted(total, "secret")} to supply in ${counted(waiting.length, "stack")}.`;
    return { text: `${missing}${found}`.trim(), complete: errors.length === 0 };
}
