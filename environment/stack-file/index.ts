export type { StackFileName } from "./folder";
export { isPlaceholder, placeholder } from "./placeholder";
export { loadProject, type ProjectFiles } from "./project";
export { loadStack, type StackFiles } from "./stack";
export type { Loaded, StackFault } from "./stack-fault";
