import type { Environment } from "../../environment";
import { fence } from "../../policy/guard";
import { projectOf } from "../../policy/views/project";
import { type RunResult, runSymbolically } from "../../review/symbolic/run";

/** Runs a program as a stack of this environment, with the fence put up first. */
export function fenced(environment: Environment, project: string, program: () => unknown): Promise<RunResult> {
    return runSymbolically({
        stack: environment.name,
        project,
        organization: "organization",
        root: process.cwd(),
        program: {
            folder: process.cwd(),
            run: async () => {
                fence(environment);
                return program();
            },
        },
        config: { "gcp:project": projectOf(environment), "gcp:region": environment.gcp?.region ?? "" },
        secretKeys: [],
        placeholders: [],
    });
}
