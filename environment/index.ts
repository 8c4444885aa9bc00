export { type ConfigPath, keyText } from "./config-path";
export type { ConfigSource } from "./config-source";
export {
    bannerOf,
    concurrencyOf,
    databaseAvailabilityOf,
    drainOf,
    gatewaySessionsOf,
    type Hosts,
    hostsOf,
    type Instances,
    imageOf,
    instancesOf,
    redisAvailabilityOf,
    type Service,
    serviceNameOf,
    services,
} from "./defaults";
export { EnvironmentError } from "./environment-error";
export { type Fault, tell } from "./fault";
export { environmentFromPulumi, type PulumiConfig } from "./from-pulumi";
export { type Reading, readEnvironment } from "./read";
export type { Database, Firestore, Pool, PostgreSql, Supabase } from "./schema/database";
export type { Domain } from "./schema/domain";
export * from "./schema/environment";
export type { Integrations, SalesforceAccess } from "./schema/integrations";
export type { Redis } from "./schema/redis";
export { type Digest, type ImageReference, parseImage, type Release, unreleased } from "./schema/release";
export type { Secrets } from "./schema/secrets";
export type { Api, Gateway, Health, Web } from "./schema/service";
export { aboveSandbox, belowProduction, inTierOrder, isProduction, type Tier, tiers, tierWords } from "./tier";
export { durationText, type Gibibytes, type Mebibytes, milliseconds, type Seconds, sizeText, toSeconds } from "./units";
