import { type Environment, imageOf } from "../../environment";
import type { Platform } from "../../platforms/platform";
import type { JobSettings } from "../job";

/** What all of an environment's jobs have in common: they run the API's image. */
export const jobSettings = (environment: Environment, platform: Platform): JobSettings => ({
    platform,
    image: imageOf(environment, "api").reference,
    observability: environment.observability,
    secretsAs: environment.api.secretsAs,
});
