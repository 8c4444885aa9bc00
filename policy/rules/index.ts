import type { Rule } from "../rule";
import { adoptedProtected } from "./hygiene/adopted-protected";
import { alertsNotify } from "./hygiene/alerts-notify";
import { apiNotCached } from "./hygiene/api-not-cached";
import { auditLogsKept } from "./hygiene/audit-logs-kept";
import { auditRecordsWriteOnce } from "./hygiene/audit-records-write-once";
import { backups } from "./hygiene/backups";
import { balancerOnlyFromEdge } from "./hygiene/balancer-only-from-edge";
import { bannerInPreProduction } from "./hygiene/banner-in-pre-production";
import { bucketsPrivate } from "./hygiene/buckets-private";
import { containersLimited } from "./hygiene/containers-limited";
import { deletionProtection } from "./hygiene/deletion-protection";
import { drainBudget } from "./hygiene/drain-budget";
import { edgeEncrypts } from "./hygiene/edge-encrypts";
import { encryptionInTransit } from "./hygiene/encryption-in-transit";
import { federationPinned } from "./hygiene/federation-pinned";
import { gatewayScalesOnConnections } from "./hygiene/gateway-scales-on-connections";
import { hostNameTellsEnvironment } from "./hygiene/host-name-tells-environment";
import { httpsOnlyEntry } from "./hygiene/https-only-entry";
import { imagesFromRegistry } from "./hygiene/images-from-registry";
import { imagesPinnedByDigest } from "./hygiene/images-pinned-by-digest";
import { ingressBehindBalancer } from "./hygiene/ingress-behind-balancer";
import { jobsBounded } from "./hygiene/jobs-bounded";
import { labels } from "./hygiene/labels";
import { leastPrivilegeIdentity } from "./hygiene/least-privilege-identity";
import { noBasicRoles } from "./hygiene/no-basic-roles";
import { noPublicAccess } from "./hygiene/no-public-access";
import { noPublicDatabase } from "./hygiene/no-public-database";
import { noSecretInClear } from "./hygiene/no-secret-in-clear";
import { noServiceAccountKeys } from "./hygiene/no-service-account-keys";
import { portsOnOneAddress } from "./hygiene/ports-on-one-address";
import { proxiedTtlAutomatic } from "./hygiene/proxied-ttl-automatic";
import { redisAuthenticated } from "./hygiene/redis-authenticated";
import { releaseRecorded } from "./hygiene/release-recorded";
import { sandboxOneInstance } from "./hygiene/sandbox-one-instance";
import { secretsAsFiles } from "./hygiene/secrets-as-files";
import { secretsRotated } from "./hygiene/secrets-rotated";
import { serverlessBackendSettings } from "./hygiene/serverless-backend-settings";
import { servicesHealthChecked } from "./hygiene/services-health-checked";
import { tlsModern } from "./hygiene/tls-modern";
import { watched } from "./hygiene/watched";
import { zoneWrittenOnce } from "./hygiene/zone-written-once";
import { grantsWithinEnvironment } from "./isolation/grants-within-environment";
import { noDockerSocket } from "./isolation/no-docker-socket";
import { noHostNamespaces } from "./isolation/no-host-namespaces";
import { noLiveVoipCredentialsBelowProduction } from "./isolation/no-live-voip-credentials-below-production";
import { noPrivilegedContainer } from "./isolation/no-privileged-container";
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
import { sharedHoldsNoData } from "./isolation/shared-holds-no-data";
import { voipSyncOffBelowProduction } from "./isolation/voip-sync-off-below-production";
import { zoneSettingsManagedOnly } from "./isolation/zone-settings-managed-only";

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
    sharedHoldsNoData,
    ownSecrets,
    ownIdentities,
    ownNetwork,
    grantsWithinEnvironment,
    zoneSettingsManagedOnly,
    noDockerSocket,
    noPrivilegedContainer,
    noHostNamespaces,
    imagesPinnedByDigest,
    imagesFromRegistry,
    releaseRecorded,
    noSecretInClear,
    secretsRotated,
    secretsAsFiles,
    noPublicAccess,
    noPublicDatabase,
    portsOnOneAddress,
    bucketsPrivate,
    noBasicRoles,
    leastPrivilegeIdentity,
    noServiceAccountKeys,
    federationPinned,
    encryptionInTransit,
    edgeEncrypts,
    apiNotCached,
    zoneWrittenOnce,
    proxiedTtlAutomatic,
    httpsOnlyEntry,
    tlsModern,
    balancerOnlyFromEdge,
    ingressBehindBalancer,
    serverlessBackendSettings,
    redisAuthenticated,
    backups,
    deletionProtection,
    adoptedProtected,
    auditRecordsWriteOnce,
    auditLogsKept,
    hostNameTellsEnvironment,
    bannerInPreProduction,
    drainBudget,
    gatewayScalesOnConnections,
    servicesHealthChecked,
    jobsBounded,
    containersLimited,
    watched,
    alertsNotify,
    sandboxOneInstance,
    labels,
];

/** The rules that also stand at the registration of each resource. */
export const isolationRules: readonly Rule[] = rules.filter(({ kind }) => kind === "isolation");
