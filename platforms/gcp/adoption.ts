import type { CustomResourceOptions } from "@pulumi/pulumi";

/** Something that was there before the environment was described, and is taken over with its data. */
export interface Existing {
    /** The provider's identifier, in the form that it imports by. */
    readonly id: string;
    /** Whether it becomes what the program says, instead of staying as it was found. */
    readonly align: boolean;
}

/**
 * The options of a resource, which takes over what exists, where something is to be taken over. That is never deleted,
 * whatever the tier: others may depend on it, and a property that cannot be changed in place would otherwise replace it.
 * Until it is aligned, none of its properties changes: Pulumi imports it, and would go on to bring it into line in the
 * same deployment. https://www.pulumi.com/docs/iac/concepts/resources/options/import/
 *
 * The import stays in the program: for what the state has under the same identifier it means nothing any more.
 */
export const adopting = (options: CustomResourceOptions, existing: Existing | undefined): CustomResourceOptions =>
    existing === undefined
        ? options
        : {
              ...options,
              import: existing.id,
              protect: true,
              ignoreChanges: existing.align ? (options.ignoreChanges ?? []) : ["*"],
          };
