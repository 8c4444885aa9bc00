import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { branchOf } from "../../environment";
import { loadProject, loadStack } from "../../environment/stack-file";
import { release } from "../../release/release";
import { ReleaseError } from "../../release/release-error";
import { files, needsOf, root, stepsOf, textOf, workflow } from "./workflows";

const project = loadProject(root).value;
assert.ok(project);
const environments = project.stacks.map(({ name }) => {
    const { value } = loadStack(project, name);
    assert.ok(value, name);
    return value.environment;
});
const deploy = workflow("deploy.yml");
const image = workflow("image.yml");
const review = workflow("review.yml");
const running = (file: string, text: string) =>
    stepsOf(workflow(file)).filter(({ step }) => step.run?.includes(text) ?? false);

describe("every workflow", () => {
    for (const file of files) {
        it(`${file} takes foreign actions by the commit, with the version beside it`, () => {
            for (const line of textOf(file)
                .split("\n")
                .filter((text) => /^\s*(- )?uses: /.test(text)))
                assert.match(line, /uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/);
        });

        it(`${file} runs commands that bash understands, and npm scripts and programs that exist`, () => {
            const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
            for (const { step } of stepsOf(workflow(file))) {
                const { run } = step;
                if (run === undefined) continue;
                const { status, stderr } = spawnSync("bash", ["-n"], { input: run, encoding: "utf8" });
                assert.equal(status, 0, `${run}\n${stderr}`);
                for (const [, script = ""] of run.matchAll(/npm run (\S+)/g)) assert.ok(scripts[script], script);
                for (const [, program = ""] of run.matchAll(/node (\S+\.cjs)/g))
                    assert.ok(existsSync(join(root, program)), program);
                for (const [, verb = ""] of run.matchAll(/node release\/bin\.cjs (\w+)/g))
                    assert.ok(isVerb(verb), verb);
            }
        });

        it(`${file} puts nothing that a stranger can choose into a command`, () => {
            for (const { step } of stepsOf(workflow(file))) assert.ok(!step.run?.includes("${{"), step.run);
        });

        it(`${file} gives each job the permissions that it needs, and no others by default`, () => {
            const { permissions, jobs } = workflow(file);
            const all = [permissions, ...Object.values(jobs).map((job) => job.permissions)];
            for (const given of all) assert.ok(typeof (given ?? {}) === "object");
            assert.ok(permissions !== undefined || Object.values(jobs).every((job) => job.permissions !== undefined));
        });
    }
});

const isVerb = (verb: string): boolean => {
    try {
        release([verb], root);
    } catch (error) {
        // A verb that is known asks for its words; one that is not is answered with the help.
        return error instanceof ReleaseError && error.message.startsWith(`${verb} takes`);
    }
    return true;
};

describe("the review of a pull request", () => {
    it("previews all stacks without any credential", () => {
        assert.ok(Object.hasOwn(review.on, "pull_request"));
        assert.ok(!Object.hasOwn(review.on, "pull_request_target"));
        assert.deepEqual(review.permissions, { contents: "read" });
        assert.ok(!/secrets\.|vars\.|id-token/.test(textOf("review.yml")));
        assert.equal(running("review.yml", "npx ringfence preview").length, 1);
        assert.ok(running("review.yml", "GITHUB_STEP_SUMMARY").length > 0);
    });
});

describe("the deployment", () => {
    it("MVA-1 starts at a push to the branch of a stack, and at nothing else", () => {
        assert.deepEqual(Object.keys(deploy.on), ["push"]);
        assert.deepEqual(
            [...(deploy.on.push?.branches ?? [])].sort(),
            environments
                .filter(({ delivery }) => delivery)
                .map(branchOf)
                .sort(),
        );
    });

    it("MVA-1 deploys the stack that is called like the branch, and no other", () => {
        for (const environment of environments) assert.equal(branchOf(environment), environment.name);
        const [only, ...others] = files
            .filter((file) => file !== "deploy-host.yml")
            .flatMap((file) => running(file, "npm run up").map((found) => ({ file, ...found })));
        assert.deepEqual(others, []);
        assert.equal(only?.file, "deploy.yml");
        assert.equal(only.step.run, 'npm run up -- "$STACK" -- --yes --non-interactive');
        assert.equal(deploy.jobs[only.job]?.env?.STACK, "${{ github.ref_name }}");
    });

    it("waits for one that runs instead of failing at the lock of the state", () => {
        assert.deepEqual(deploy.concurrency, { group: "deploy-${{ github.ref_name }}", "cancel-in-progress": false });
    });

    it("signs in by a token of its own job, inside the environment that reviewers protect", () => {
        for (const [file, job, account] of [
            ["deploy.yml", deploy.jobs.deploy, "GCP_DEPLOYER"],
            ["image.yml", image.jobs.image, "GCP_PUBLISHER"],
        ] as const) {
            assert.equal(job?.permissions?.["id-token"], "write", file);
            assert.ok(job.environment, file);
            const auth = job.steps?.find(({ uses }) => uses?.startsWith("google-github-actions/auth@"));
            assert.equal(auth?.with?.workload_identity_provider, "${{ vars.GCP_PROVIDER }}");
            assert.equal(auth.with.service_account, `\${{ vars.${account} }}`);
        }
        assert.equal(deploy.jobs.deploy?.environment, "${{ github.ref_name }}");
        assert.ok(!files.some((file) => /credentials_json|GOOGLE_CREDENTIALS/.test(textOf(file))));
    });

    it("lets nothing but the jobs that sign in do so", () => {
        const signing = files.flatMap((file) =>
            Object.entries(workflow(file).jobs)
                .filter(([, { permissions }]) => permissions?.["id-token"] === "write")
                .map(([job]) => `${file} ${job}`),
        );
        // A called workflow gets no more than its caller gives, so the call has the permission too.
        assert.deepEqual(signing.sort(), ["deploy.yml deploy", "deploy.yml image", "image.yml image"]);
    });

    it("ORB-22 builds once, on the branch of the stack that says so, and pushes before it deploys", () => {
        const builders = environments.filter(({ delivery }) => delivery?.builds);
        assert.deepEqual(
            builders.map(({ name }) => name),
            ["beta"],
        );
        assert.equal(deploy.jobs.image?.if, "github.ref_name == 'beta'");
        assert.deepEqual(deploy.jobs.image?.with, { stack: "beta" });
        assert.equal(deploy.jobs.image?.uses, "./.github/workflows/image.yml");
        assert.deepEqual(Object.keys(image.on), ["workflow_call"]);
        assert.ok(needsOf(deploy.jobs.deploy ?? {}).includes("image"));
        assert.equal(files.flatMap((file) => running(file, "docker build --")).length, 1);
    });

    it("says what is missing where there is no Dockerfile", () => {
        const step = stepsOf(image).find(({ step: { name } }) => name === "Find the application")?.step;
        const { status, stdout } = spawnSync("bash", ["-e", "-c", step?.run ?? "exit 9"], {
            cwd: root,
            encoding: "utf8",
            env: { ...process.env, DOCKERFILE: "no/Dockerfile", STACK: "beta", CONTEXT: "." },
        });
        assert.equal(status, 1);
        assert.match(stdout, /::error title=No Dockerfile::There is no file no\/Dockerfile/);
        assert.match(stdout, /APP_DOCKERFILE/);
    });

    it("ORB-22 deploys a stack only with an image that the stack below it has run", () => {
        assert.ok(needsOf(deploy.jobs.deploy ?? {}).includes("check"));
        assert.match(deploy.jobs.deploy?.if ?? "", /needs\.check\.result == 'success'/);
        const [gate] = running("deploy.yml", "release/bin.cjs below");
        assert.equal(gate?.job, "check");
        assert.match(gate.step.run ?? "", /refs\/tags\/deployed\/\$below\/\$digest/);
        const [note] = running("deploy.yml", 'git push origin "HEAD:$tag"');
        assert.equal(note?.job, "promote");
        assert.match(note.step.run ?? "", /refs\/tags\/deployed\/\$STACK\/\$digest/);
        assert.ok(needsOf(deploy.jobs.promote ?? {}).includes("deploy"));
        assert.match(deploy.jobs.promote?.if ?? "", /needs\.deploy\.result == 'success'/);
    });

    it("MVA-7 offers what has been deployed to the next stack by a pull request, which is reviewed", () => {
        const [offer] = running("deploy.yml", "gh pr create");
        assert.equal(offer?.job, "promote");
        assert.match(offer.step.run ?? "", /release\/bin\.cjs promote "\$STACK" "\$next"/);
        assert.match(offer.step.run ?? "", /gh workflow run review\.yml/);
        assert.ok(Object.hasOwn(review.on, "workflow_dispatch"));
    });
});
