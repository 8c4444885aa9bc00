import { availability } from "./availability";
import { backups } from "./backups";
import { banner } from "./banner";
import { credentials } from "./credentials";
import { customers } from "./customers";
import { databaseMachine } from "./database-machine";
import { debugEndpoints } from "./debug-endpoints";
import { derivedVariables } from "./derived-variables";
import { drainBudget } from "./drain-budget";
import { gatewaySessions } from "./gateway-sessions";
import { hostNames } from "./host-names";
import { imageDigest } from "./image-digest";
import { instances } from "./instances";
import { poolArithmetic } from "./pool-arithmetic";
import { reservedVariables } from "./reserved-variables";
import type { EnvironmentRule } from "./rule";
import { salesforceAccess } from "./salesforce-access";
import { secretNames } from "./secret-names";
import { serviceNames } from "./service-names";
import { serviceSize } from "./service-size";
import { sharedTier } from "./shared-tier";
import { voip } from "./voip";
import { vonageApplication } from "./vonage-application";

/** Every rule over several values of an environment. */
export const environmentRules: readonly EnvironmentRule[] = [
    sharedTier,
    serviceNames,
    hostNames,
    salesforceAccess,
    customers,
    voip,
    vonageApplication,
    banner,
    debugEndpoints,
    imageDigest,
    instances,
    serviceSize,
    drainBudget,
    gatewaySessions,
    poolArithmetic,
    databaseMachine,
    backups,
    availability,
    secretNames,
    credentials,
    derivedVariables,
    reservedVariables,
];

export { type EnvironmentRule, type Finding, faultsOf, type Part, rule } from "./rule";
