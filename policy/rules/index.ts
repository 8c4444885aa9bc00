import type { Rule } from "../rule";
import { backups } from "./hygiene/backups";
import { bannerInPreProduction } from "./hygiene/banner-in-pre-production";
import { deletionProtection } from "./hygiene/deletion-protection";
import { drainBudget } from "./hygiene/drain-budget";
import { encryptionInTransit } from "./hygiene/encryption-in-transit";
import { gatewayScalesOnConnections } from "./hygiene/gateway-scales-on-connections";
import { hostNameTellsEnvironment } from "./hygiene/host-name-tells-environment";
import { imagesPinnedByDigest } from "./hygiene/images-pinned-by-digest";
import { labels } from "./hygiene/labels";
import { leastPrivilegeIdentity } from "./hygiene/least-privilege-identity";
import { noBasicRoles } from "./hygiene/no-basic-roles";
import { noPublicAccess } from "./hygiene/no-public-access";
import { noPublicDatabase } from "./hygiene/no-public-database";
import { noSecretInClear } from "./hygiene/no-secret-in-clear";
import { redisAuthenticated } from "./hygiene/redis-authenticated";
import { releaseRecorded } from "./hygiene/release-recorded";
import { sandboxOneInstance } from "./hygiene/sandbox-one-instance";
import { servicesHealthChecked } from "./hygiene/services-health-checked";
import { grantsWithinEnvironment } from "./isolation/grants-within-environment";
import { noLiveVoipCredentialsBelowProduction } from "./isolation/no-live-voip-credentials-below-production";
import { noProductionDataBelowProduction } from "./isolation/no-production-data-below-production";
import { ownDataSources } from "./isolation/own-data-sources";
import { ownIdentities } from "./isolation/own-identities";
import { ownNetwork } from "./isolation/own-network";
import { ownProject } from "./isolation/own-project";
import { ownSecrets } from "./isolation/own-secrets";
import { ownVonageApplication } from "./isolation/own-vonage-application";
import { salesforceReadOnlyInPreProduction } from "./isolation/salesforce-read-only-in-pre-production";
import { salesforceWriteInProductionOnly } from "./isolation/salesforce-write-in-production-only";
import { sandboxMockDataOnly } from "./isolation/sandbox-mock-data-only";
import { voipSyncOffBelowProduction } from "./isolation/voip-sync-off-below-production";

/** Every rule, in the order of the catalogue: what keeps environments apart first. */
export const rules: readonly Rule[] = [
    salesforceWriteInProductionOnly,
    salesforceReadOnlyInPreProduction,
    sandboxMockDataOnly,
    noProductionDataBelowProduction,
    noLiveVoipCredentialsBelowProduction,
    voipSyncOffBelowProduction,
    ownVonageApplication,
    ownProject,
    ownDataSources,
    ownSecrets,
    ownIdentities,
    ownNetwork,
    grantsWithinEnvironment,
    imagesPinnedByDigest,
    releaseRecorded,
    noSecretInClear,
    noPublicAccess,
    noPublicDatabase,
    noBasicRoles,
    leastPrivilegeIdentity,
    encryptionInTransit,
    redisAuthenticated,
    backups,
    deletionProtection,
    hostNameTellsEnvironment,
    bannerInPreProduction,
    drainBudget,
    gatewayScalesOnConnections,
    servicesHealthChecked,
    sandboxOneInstance,
    labels,
];

/** The rules that also stand at the registration of each resource. */
export const isolationRules: readonly Rule[] = rules.filter(({ kind }) => kind === "isolation");
