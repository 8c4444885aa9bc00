export { shapeFaults, unknownKey } from "./shape-faults";
