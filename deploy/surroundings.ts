import type { Captured, Program } from "./child";
import type { Pulumi } from "./pulumi";

/** Everything that a deployment touches outside of itself. */
export interface Surroundings {
    /** The folder of Pulumi.yaml. */
    readonly directory: string;
    readonly env: NodeJS.ProcessEnv;
    readonly colour: boolean;
    /** To the deployer, on standard error. */
    readonly say: (text: string) => void;
    /** What was asked for, on standard output. */
    readonly answer: (text: string) => void;
    /** Finds the Pulumi CLI. Throws a `DeployError` where there is none that will do. */
    readonly pulumi: () => Promise<Pulumi>;
    /** Runs a program in the terminal to its end, and resolves with its exit status. */
    readonly run: (program: Program) => Promise<number>;
    /** Runs a program unseen to its end, and resolves with what it has said. */
    readonly capture: (program: Program) => Promise<Captured>;
    readonly pause: (milliseconds: number) => Promise<void>;
}
