export { WorkerEntry, type WorkerEntryArgs } from "./worker-entry";
