export { type CacheRulesArgs, cacheRules } from "./cache-rules";
export { type FirewallArgs, firewall } from "./firewall";
export { type MailArgs, mail } from "./mail";
export { type RateLimitArgs, rateLimit } from "./rate-limit";
export { type ZoneSettingsArgs, zoneSettings } from "./settings";
