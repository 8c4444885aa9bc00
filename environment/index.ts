export { branchOf } from "./branch";
export { type ConfigPath, keyText } from "./config-path";
export type { ConfigSource } from "./config-source";
export {
    bannerOf,
    concurrencyOf,
    databaseAvailabilityOf,
    databaseMemoryOf,
    drainOf,
    gatewaySessionsOf,
    type Hosts,
    hostsByService,
    hostsOf,
    type Instances,
    imageOf,
    instancesOf,
    isBehindBalancer,
    redisAvailabilityOf,
    type Service,
    servedHostsOf,
    serviceNameOf,
    services,
} from "./defaults";
export { deliveryAccountOf, deliveryAddressOf } from "./delivery-accounts";
export { EnvironmentError } from "./environment-error";
export { type Fault, tell } from "./fault";
export { environmentFromPulumi, type PulumiConfig } from "./from-pulumi";
export { isFromRegistry, registryAddress } from "./image-address";
export { type Reading, readEnvironment } from "./read";
export type { Audit } from "./schema/audit";
export type { Database, Firestore, Pool, PostgreSql, Supabase } from "./schema/database";
export type { Delivery } from "./schema/delivery";
export type { Domain } from "./schema/domain";
export type { Dumps, DumpTarget } from "./schema/dumps";
export * from "./schema/environment";
export type { Front } from "./schema/front";
export type { Integrations, SalesforceAccess } from "./schema/integrations";
export type { JobSettings, Jobs } from "./schema/jobs";
export type { Monitoring } from "./schema/monitoring";
export type { Redis } from "./schema/redis";
export type { Registry } from "./schema/registry";
export { type Digest, type ImageReference, parseImage, type Release, unreleased } from "./schema/release";
export type { Rotation } from "./schema/rotation";
export type { Secrets } from "./schema/secrets";
export type { Seeding, SeedingSource, SeedingTarget } from "./schema/seeding";
export type { Api, Gateway, Health, Web } from "./schema/service";
export type { Transcription } from "./schema/transcription";
export type { Tunnel } from "./schema/tunnel";
export { type Zone, type ZonePlan, zonePlans } from "./schema/zone";
export {
    anonymiseJobOf,
    anonymiserAddressOf,
    anonymiserOf,
    depositOf,
    dumpFolder,
    dumpFolderUrl,
    dumpUrl,
    dumpVariable,
    longestSourceName,
    seedBucket,
    seedBucketOf,
    seedPlaceOf,
    seedVolumeOf,
} from "./seeding";
export { type SharedUse, sharedStacksOf, sharedUsesOf } from "./shared-stacks";
export { aboveSandbox, belowProduction, inTierOrder, isProduction, type Tier, tiers, tierWords } from "./tier";
export { durationText, type Gibibytes, type Mebibytes, milliseconds, type Seconds, sizeText, toSeconds } from "./units";
