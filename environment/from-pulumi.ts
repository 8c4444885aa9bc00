import { plainValue } from "./config-source";
import { EnvironmentError } from "./environment-error";
import { readEnvironment } from "./read";
import type { Environment } from "./schema/environment";

/** What is needed of Pulumi's runtime; passed in, because this folder depends on nobody. */
export interface PulumiConfig {
    /** Every key of every namespace; a value is a string, an object JSON text. */
    readonly values: Readonly<Record<string, string>>;
    readonly isSecret: (key: string) => boolean;
}

/** The environment that a running Pulumi stack is configured as, or an error that tells all that is wrong. */
export function environmentFromPulumi(stack: string, config: PulumiConfig): Environment {
    const { environment, faults } = readEnvironment(stack, {
        values: Object.fromEntries(Object.entries(config.values).map(([key, text]) => [key, plainValue(key, text)])),
        secret: new Set(Object.keys(config.values).filter(config.isSecret)),
    });
    if (environment === undefined) throw new EnvironmentError(stack, faults);
    return environment;
}
