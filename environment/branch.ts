import type { Delivery } from "./schema/delivery";

/** The branch whose push deploys the environment. */
export const branchOf = ({ name, delivery }: { readonly name: string; readonly delivery?: Delivery | undefined }) =>
    delivery?.branch ?? name;
