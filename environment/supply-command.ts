import { keyText } from "./config-path";

/**
 * Encrypts the value of a secret into the stack file. Without a value on the command line Pulumi asks for it at a hidden
 * prompt, or reads it from standard input. https://www.pulumi.com/docs/iac/cli/commands/pulumi_config_set/
 */
export function supplyCommand(variable: string, stack: string): string {
    const path = keyText(["ringfence:secrets", variable, "value"]);
    return `npx pulumi config set --secret --path ${inQuotes(path)} --stack ${stack}`;
}

const inQuotes = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
