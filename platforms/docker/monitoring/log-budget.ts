/** How long lines are kept: long enough to look back to the last release, or to the same day a month ago. */
export const keptDays = 30;

/** What they may take of the disk in that time: as much as Prometheus' figures. */
const onDisk = 5e9;

/**
 * How many times smaller they are there than as they come. Loki 3.7.3 was seen to store lines as nginx and an application
 * write them, each with identifiers of its own, 3.6 times smaller; only random text takes nearly as much as it is.
 */
const smaller = 3;

/** Bytes of lines, as they come, that all containers may write in a day: 500 MB. */
export const bytesPerDay = (onDisk * smaller) / keptDays;

/**
 * The share of it that one component may have, in lines, since the log collector counts no bytes: half, where a line has 256
 * bytes. nginx's have 340, an application's 240 and more. So one that writes without end does not drown the others.
 */
export const linesPerDayOfOne = Math.floor(bytesPerDay / 2 / 256);

export const secondsPerDay = 86400;
