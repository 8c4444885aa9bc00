import { inTierOrder } from "../../environment/tier";
import type { StackPlan } from "../plan";

/** The plans with the least at stake first, those of a tier by name. */
export const inReportOrder = (plans: readonly StackPlan[]): readonly StackPlan[] =>
    inTierOrder(plans.map((plan) => ({ tier: plan.tier, name: plan.stack, plan }))).map(({ plan }) => plan);
