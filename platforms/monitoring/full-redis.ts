/** Share of its memory. Google advises to act on 80 %: https://cloud.google.com/memorystore/docs/redis/memory-management-best-practices */
export const scarceMemory = 0.8;

export const nothingIsDeleted =
    "It deletes nothing to make room: once it is full it refuses every write, and no call can begin and no job be queued.";

/** The first steps of several. */
export const whatFilledIt: readonly string[] = [
    "Look at the dashboard: did it grow in a leap (a queue that nobody empties) or for weeks (keys that never expire)?",
    "Start the workers that should empty the queue, or give the keys an expiry.",
];
