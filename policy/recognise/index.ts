export { type Mention, mentionsOf } from "./mentions";
export { namesProduction, variableOfProduction } from "./production";
export { type Recognised, type SalesforceUse, salesforceUse } from "./salesforce";
export { saysSecret } from "./secret-names";
export { type VoipCredentials, voipCredentials, voipSync } from "./voip";
export { vonageApplications } from "./vonage";
export { words } from "./words";
