/** The two accounts of an environment's delivery, by names that another stack can know without asking. */
export type DeliveryAccount = "deployer" | "publisher";

/** Longest name of a stack that a workflow deploys: an account's name has at most 30 characters. */
export const longestDeliveredName = 30 - "-publisher".length;

export const deliveryAccountOf = ({ name }: { readonly name: string }, account: DeliveryAccount): string =>
    `${name}-${account}`;

/** The account's address, as the stack that manages the registry declares it. */
export const deliveryAddressOf = (
    { name, gcp }: { readonly name: string; readonly gcp?: { readonly project: string } | undefined },
    account: DeliveryAccount,
): string | undefined => gcp && `${deliveryAccountOf({ name }, account)}@${gcp.project}.iam.gserviceaccount.com`;
