import type { types } from "@pulumi/gcp";
import { fingerprint } from "../../names";
import type { JobArgs } from "../../platform";
import { canonical } from "../canonical";
import { secretsOf } from "../variables";

/** The name of the job and its token have 62 characters together at most; a job's own name has at most 49. */
const digits = 8;

/**
 * Names the execution that a deployment waits for, `<job>-<token>`. Cloud Run starts it when the job is made or changed
 * with a token that it has not had, and makes no second one of the same name. So the token is a hash of everything that
 * makes a run necessary and of the job itself: whatever changes the job brings a token of its own, and a plan without a
 * change brings none. Neither the clock nor chance is in it.
 * https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs#Job.FIELDS.run_execution_token
 */
export function executionToken(
    { variables, files = [] }: Pick<JobArgs, "variables" | "files">,
    because: readonly string[],
    template: types.input.cloudrunv2.JobTemplate,
): string {
    const secrets = [...secretsOf(variables).keys(), ...files.map(({ text }) => text)];
    const known = new Map<unknown, string>(secrets.map(({ name, id }) => [name, id]));
    return fingerprint(canonical([because, template], known), digits);
}
