import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { branchOf } from "../../environment";
import { loadProject, loadStack } from "../../environment/stack-file";
import { root, stepsOf, type Workflow, workflow } from "./workflows";

const called = workflow("deploy-host.yml");
const folder = "blueprints/the-oracle";
const project = loadProject(join(root, folder)).value;
assert.ok(project);
const environments = project.stacks.flatMap(({ name }) => loadStack(project, name).value?.environment ?? []);
const delivered = environments.filter(({ delivery }) => delivery);

describe("the deployment on a Docker host", () => {
    /** What the page tells a repository to have. */
    const documented = [...readFileSync(join(root, "docs/docker.md"), "utf8").matchAll(/```yaml\n(on: .*?)```/gs)].map(
        ([, text = ""]) => parse(text) as Workflow,
    );
    const caller = documented[0];

    it("ORA-14 starts at a push to the branch of a stack, and at nothing else", () => {
        assert.equal(documented.length, 1);
        assert.deepEqual(Object.keys(caller?.on ?? {}), ["push"]);
        assert.deepEqual([...(caller?.on.push?.branches ?? [])].sort(), delivered.map(branchOf).sort());
        assert.deepEqual(Object.keys(called.on), ["workflow_call"]);
    });

    it("ORA-14 is told the project, and may be told a runner in the host's network", () => {
        const { uses, with: given } = caller?.jobs.deploy ?? {};
        assert.equal(uses, "./.github/workflows/deploy-host.yml");
        assert.equal(given?.project, folder);
        assert.ok(Array.isArray(JSON.parse(given?.runner ?? "")));
        const { inputs } = called.on.workflow_call as unknown as { inputs: Record<string, { default: string }> };
        for (const name of Object.keys(given ?? {})) assert.ok(inputs[name], name);
        assert.deepEqual(JSON.parse(inputs.runner?.default ?? ""), ["ubuntu-24.04"]);
    });

    /** Runs the step that finds the stack, as GitHub would. */
    function found(branch: string): { readonly outputs: string; readonly said: string } {
        const scratch = mkdtempSync(join(tmpdir(), "deploy-host-"));
        try {
            const file = join(scratch, "outputs");
            const step = stepsOf(called).find(({ step: { run } }) => run?.includes("release/bin.cjs"))?.step;
            const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", step?.run ?? "exit 9"], {
                cwd: root,
                encoding: "utf8",
                env: { ...process.env, BRANCH: branch, PROJECT: folder, GITHUB_OUTPUT: file },
            });
            assert.equal(status, 0, stderr);
            return { outputs: readFileSync(file, "utf8"), said: stdout };
        } finally {
            rmSync(scratch, { recursive: true });
        }
    }

    for (const [branch, stack] of [
        ["develop", "staging"],
        ["main", "production"],
    ] as const)
        it(`ORA-14 a push to ${branch} deploys ${stack}`, () => {
            assert.equal(found(branch).outputs, `stack=${stack}\n`);
        });

    it("deploys nothing from a branch that is no stack's, and says so", () => {
        const { outputs, said } = found("feature/x");
        assert.equal(outputs, "stack=\n");
        assert.match(said, /::notice title=Not deployed::No stack names feature\/x/);
        assert.equal(called.jobs.deploy?.if, "needs.check.outputs.stack != ''");
    });

    it("previews everything first, then deploys within the environment that reviewers protect", () => {
        assert.match(
            stepsOf(called)
                .map(({ step: { run } }) => run)
                .join("\n"),
            /ringfence preview --project "\$PROJECT"/,
        );
        const { deploy } = called.jobs;
        assert.deepEqual([deploy?.needs, deploy?.environment], ["check", "${{ needs.check.outputs.stack }}"]);
        assert.deepEqual(deploy?.permissions, { contents: "read" });
        const step = deploy?.steps?.find(({ run }) => run?.includes("npm run up"));
        assert.match(step?.run ?? "", /npm run up -- "\$STACK" --project "\$PROJECT" -- --yes --non-interactive$/m);
        // Without a vouched key of the host, SSH asks, and in a workflow nobody answers.
        assert.doesNotMatch(step?.run ?? "", /StrictHostKeyChecking|keyscan/);
    });
});
