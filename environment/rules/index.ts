import { adoption } from "./adoption";
import { auditExpiry } from "./audit-expiry";
import { auditLock } from "./audit-lock";
import { availability } from "./availability";
import { backups } from "./backups";
import { banner } from "./banner";
import { build } from "./build";
import { credentials } from "./credentials";
import { customers } from "./customers";
import { databaseMachine } from "./database-machine";
import { debugEndpoints } from "./debug-endpoints";
import { delivery } from "./delivery";
import { derivedVariables } from "./derived-variables";
import { dockerConcerns } from "./docker-concerns";
import { drainBudget } from "./drain-budget";
import { dumps } from "./dumps";
import { front } from "./front";
import { gatewaySessions } from "./gateway-sessions";
import { hostNames } from "./host-names";
import { imageDigest } from "./image-digest";
import { instances } from "./instances";
import { jobs } from "./jobs";
import { loadBalancer } from "./load-balancer";
import { monitoring } from "./monitoring";
import { poolArithmetic } from "./pool-arithmetic";
import { registry } from "./registry";
import { reservedVariables } from "./reserved-variables";
import { rotation } from "./rotation";
import type { EnvironmentRule } from "./rule";
import { salesforceAccess } from "./salesforce-access";
import { schedules } from "./schedules";
import { secretNames } from "./secret-names";
import { seeding } from "./seeding";
import { serviceNames } from "./service-names";
import { serviceSize } from "./service-size";
import { services } from "./services";
import { sharedStack } from "./shared-stack";
import { sharedTier } from "./shared-tier";
import { transcription } from "./transcription";
import { tunnelEntry } from "./tunnel-entry";
import { voip } from "./voip";
import { vonageApplication } from "./vonage-application";
import { zoneHsts } from "./zone-hsts";
import { zoneMail } from "./zone-mail";
import { zoneManaged } from "./zone-managed";
import { zonePlan } from "./zone-plan";

/** Every rule over several values of an environment. */
export const environmentRules: readonly EnvironmentRule[] = [
    sharedTier,
    sharedStack,
    dockerConcerns,
    services,
    serviceNames,
    hostNames,
    front,
    tunnelEntry,
    transcription,
    loadBalancer,
    zoneManaged,
    zonePlan,
    zoneHsts,
    zoneMail,
    salesforceAccess,
    customers,
    voip,
    vonageApplication,
    banner,
    debugEndpoints,
    imageDigest,
    build,
    registry,
    delivery,
    instances,
    serviceSize,
    drainBudget,
    gatewaySessions,
    poolArithmetic,
    databaseMachine,
    adoption,
    backups,
    dumps,
    availability,
    jobs,
    seeding,
    schedules,
    auditLock,
    auditExpiry,
    monitoring,
    rotation,
    secretNames,
    credentials,
    derivedVariables,
    reservedVariables,
];

export { type EnvironmentRule, type Finding, faultsOf, type Part, rule } from "./rule";
