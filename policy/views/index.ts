export { type DataAddress, dataAddresses, unprovenAddress } from "./address";
export { type Bucket, buckets } from "./bucket";
export { type Cache, caches } from "./cache";
export { called } from "./called";
export { type Database, databases } from "./database";
export { type Entry, entries } from "./entry";
export { type Grant, grants, rolesOf } from "./grant";
export { foreignMember } from "./member";
export {
    firstForeign,
    foreign,
    foreignSource,
    fromOtherStack,
    possibleSources,
    unprovenName,
    unprovenOrigin,
} from "./origin";
export { pieces, withoutReferences } from "./pieces";
export { isProjectKey, projectsNamed } from "./project";
export { field, figure, flag, inSeconds, isFields, isUnknown, items, text, texts } from "./read";
export { asSecret, isSecretVersion, secretNames, secrets, storedValues, valuesOf } from "./secret";
export { judged, survey } from "./survey";
export { type Use, uses } from "./uses";
export { type Variable, variablesOf } from "./variable";
export { isProse, isWithin, type Leaf, leavesOf } from "./walk";
export { asWorkload, type Workload, workloads } from "./workload";
