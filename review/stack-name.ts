/** The stack that a stack reference names, and its project: `organization/project/stack`, or less where it is the own. */
export function stackNamed(reference: string, project: string): { readonly stack: string; readonly project: string } {
    const [stack = "", of = project] = reference.split("/").reverse();
    return { stack, project: of };
}
