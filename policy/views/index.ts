export { type DataAddress, dataAddresses, unprovenAddress } from "./address";
export { type Alert, alerts, isAbout, tells, uptimeHosts } from "./alert";
export { type LogSink, type LogType, logSinks, logs } from "./audit-log";
export { type Backend, backends, isFromInternet } from "./balancer";
export { type Bucket, buckets, bucketsMeant } from "./bucket";
export { type Cache, caches } from "./cache";
export { type CacheRule, type CacheRules, cacheRules } from "./cache-rule";
export { called } from "./called";
export { type Database, databases } from "./database";
export { isEveryAddress } from "./docker/address";
export { asDockerContainer, type Container, type Mount, type PublishedPort } from "./docker/container";
export { dataVolumes } from "./docker/data-volume";
export { isEngineSocket, isEngineStore } from "./docker/host-path";
export { kindOf } from "./docker/named";
export { isMadeUp, takenOver, unprovenDockerName } from "./docker/own-name";
export { type EdgeEncryption, edgeEncryption } from "./edge-encryption";
export { type Entry, entries } from "./entry";
export { type Federation, federations, isBlank } from "./federation";
export { type Grant, grants, rolesOf } from "./grant";
export { meant } from "./meant";
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
export { isProjectKey, projectOf, projectsNamed } from "./project";
export { field, figure, flag, inSeconds, isFields, isUnknown, items, text, texts } from "./read";
export { isHeard, type Rotated, rotatedSecrets } from "./rotation";
export { asSecret, isSecretVersion, secretNames, secrets, storedValues, valuesOf } from "./secret";
export { judged, survey } from "./survey";
export { type Use, uses } from "./uses";
export { type Variable, variablesOf } from "./variable";
export { isProse, isWithin, type Leaf, leavesOf } from "./walk";
export { asWorkload, type Volume, type Workload, workloads } from "./workload";
export { type ZoneWrite, zoneWrites } from "./zone";
