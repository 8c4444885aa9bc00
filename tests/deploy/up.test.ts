import { strict as assert } from "node:assert";
import { DeployError } from "../../deploy/deploy-error";
import { ProjectFolder } from "../review/project-folder";
import { deployed } from "./surroundings";

const node = process.platform === "win32" ? "node.exe" : "node";

describe("npm run up", () => {
    it("reviews the stack, then deploys it with the policy pack", async () => {
        const { status, programs, told } = await deployed("staging");
        assert.equal(status, 0);
        assert.deepEqual(programs, [
            [node, "bin.cjs", "preview", "--stack", "staging"],
            ["pulumi", "up", "--stack", "staging", "--policy-pack", "policy"],
        ]);
        assert.equal(told, "$ ringfence preview --stack staging\n$ pulumi up --stack staging --policy-pack policy\n");
    });

    it("deploys a stack of another project's folder, with the same policy pack", async () => {
        for (const words of ["cloud --project blueprints/orbisvoice", "--project=blueprints/orbisvoice cloud"]) {
            const { status, programs } = await deployed(words);
            assert.equal(status, 0);
            assert.deepEqual(programs[1], ["pulumi", "up", "--stack", "cloud", "--policy-pack", "../../policy"]);
        }
    });

    it("passes Pulumi's own options on", async () => {
        const { programs } = await deployed("beta -- --yes --non-interactive -m final");
        assert.deepEqual(programs[1]?.slice(-4), ["--yes", "--non-interactive", "-m", "final"]);
    });

    it("leaves services, jobs and the one foreign account out of a foundation, and whatever is made from them", async () => {
        const { programs } = await deployed("beta --foundation -- --yes");
        assert.deepEqual(programs[1]?.slice(6), [
            "--exclude",
            "**gcp:cloudrunv2/service:Service::*",
            "--exclude",
            "**gcp:cloudrunv2/job:Job::*",
            "--exclude",
            "**gcp:cloudrunv2/workerPool:WorkerPool::*",
            "--exclude",
            "**gcp:storage/bucketIAMMember:BucketIAMMember::*-written-by-anonymiser",
            "--exclude-dependents",
            "--yes",
        ]);
    });

    it("makes no foundation on a Docker host, which has none", async () => {
        const { status, told } = await deployed("local --foundation");
        assert.equal(status, 1);
        assert.match(told, /up: local runs on Docker, .*\nDeploy it whole: npm run up -- local\n$/);
    });

    it("deploys nothing that the review refuses, and ends with the review's status", async () => {
        for (const refused of [1, 2, 130]) {
            const { status, programs, told } = await deployed("beta", { statuses: [refused] });
            assert.deepEqual([status, programs.length], [refused, 1]);
            assert.match(told, new RegExp(`\\nup: beta is not deployed: the review ended with ${refused}\\n$`));
        }
    });

    it("ends with Pulumi's status", async () => {
        assert.equal((await deployed("beta", { statuses: [0, 255] })).status, 255);
    });

    it("says before the review that there is no Pulumi", async () => {
        const pulumi = () => Promise.reject(new DeployError("there is no `pulumi`", "Install it."));
        const { status, told, programs } = await deployed("beta", { pulumi });
        assert.deepEqual([status, told, programs], [1, "up: there is no `pulumi`\nInstall it.\n", []]);
    });

    it("explains itself", async () => {
        const { status, answer, told, programs } = await deployed("--help");
        assert.deepEqual([status, told, programs], [0, "", []]);
        assert.match(answer, /npm run up -- STACK/);
        for (const [line] of answer.matchAll(/^ {2}npm run up -- [a-z].*$/gm)) {
            const example = await deployed(line.trim().replace("npm run up -- ", ""));
            assert.equal(example.status, 0, example.told);
        }
    });

    it("colours what it says only where it may", async () => {
        assert.ok((await deployed("beta", { colour: true })).told.startsWith("\u001b[1m$ ringfence"));
        assert.ok(!(await deployed("beta")).told.includes("\u001b"));
    });

    it("starts no service on a PostgreSQL that is adopted and not aligned, whose password nobody knows", async () => {
        const folder = new ProjectFolder();
        try {
            const adopt = "engine: postgresql\n    adopt: { instance: old }";
            folder.replace("Pulumi.staging.yaml", "engine: postgresql", adopt);
            const directory = folder.path;
            const { status, told, programs } = await deployed("staging", { directory });
            assert.deepEqual([status, programs.length], [1, 1]);
            assert.match(told, /staging adopts its PostgreSQL and does not align it yet/);
            assert.match(told, /npm run up -- staging --foundation\. Then write `align: true`/);
            assert.equal((await deployed("staging --foundation", { directory })).status, 0);

            folder.replace("Pulumi.staging.yaml", "{ instance: old }", "{ instance: old, align: true }");
            assert.equal((await deployed("staging", { directory })).status, 0);
        } finally {
            folder.remove();
        }
    });
});
