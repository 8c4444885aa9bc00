import * as pulumi from "@pulumi/pulumi";
import { SharedServices, VoicePlatform } from "./components";
import { type Environment, EnvironmentError, environmentFromPulumi } from "./environment";
import { fence } from "./policy/guard";

/** The Pulumi program: reads the environment that the stack describes, puts the fence up, deploys. */
export = async function deploy(): Promise<pulumi.Inputs> {
    const environment = stackEnvironment();
    fence(environment);
    const whole = environment.tier === "shared" ? SharedServices : VoicePlatform;
    return new whole(environment.name, { environment }).outputs;
};

function stackEnvironment(): Environment {
    try {
        const { allConfig, isConfigSecret } = pulumi.runtime as typeof pulumi.runtime & SecretKeys;
        return environmentFromPulumi(pulumi.getStack(), { values: allConfig(), isSecret: isConfigSecret });
    } catch (error) {
        // A RunError is shown without a stack trace: this is about a stack file, not about a line of the program.
        throw error instanceof EnvironmentError ? new pulumi.RunError(error.message) : error;
    }
}

/** Exported by the runtime, but left out of its published types. */
interface SecretKeys {
    isConfigSecret(key: string): boolean;
}
