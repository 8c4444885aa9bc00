import assert from "node:assert/strict";
import { join } from "node:path";
import type { StackPlan } from "../../../review/plan";
import { describe as phrasesOf } from "../../../review/report/text/describers";
import { containers } from "../../../review/report/text/docker";
import { readFlows } from "../../../review/report/text/flow";
import { Names } from "../../../review/report/text/names";
import { review } from "../../../review/review";
import { root } from "../../requirements/plan";

const spaced = (phrases: readonly string[]) => phrases.map((phrase) => phrase.replaceAll("\u00a0", " "));

describe("the report of containers", () => {
    let plan: StackPlan;
    before(async () => {
        const project = join(root, "blueprints/orbisvoice");
        const [onprem] = (await review({ project, stacks: ["onprem"], debug: false })).plans;
        assert.ok(onprem);
        plan = onprem;
    });

    it("tells what each is called, of which image, how many, how large, and what the host publishes", () => {
        const all = plan.resources.filter(({ facts: { type } }) => type.endsWith(":Container"));
        const told = spaced(containers(all));
        for (const phrase of [
            "api-onprem (api, 2 containers, 1 CPU, 512 MiB)",
            "orbisvoice-onprem-database (postgres:15-alpine, 1 CPU, 1 GiB)",
            "onprem-schema-migrate-job (api, a job of the deployment, 1 CPU, 512 MiB)",
            "orbisvoice-onprem-front (nginx:1.30, 1 CPU, 256 MiB, at 203.0.113.7:80 and 203.0.113.7:443)",
        ])
            assert.ok(told.includes(phrase), `${phrase}\n${told.join("\n")}`);
        assert.ok(!told.some((phrase) => phrase.includes("-files")), "what only carries files is no news");
    });

    it("ORB-16 says who is told when something is wrong, and when a job runs", async () => {
        const project = join(root, "blueprints/the-oracle");
        const { plans } = await review({ project, stacks: ["staging"], debug: false });
        const jobs = plans.flatMap(({ resources }) => spaced(containers(resources)));
        assert.ok(
            jobs.some((phrase) => /^the-oracle-staging-seed \(the-oracle, a job, at 0 4 \* \* 6, UTC, /.test(phrase)),
        );
        const component = plan.resources.filter(({ facts: { type } }) => type === "ringfence:index:Monitoring");
        assert.deepEqual(spaced(phrasesOf(component, () => false)), ["tells operator@orbisvoice-ops.example"]);
    });

    it("says of a file who reads it, under the variable that names it, not who carries it there", () => {
        const { flows } = readFlows(new Names(plan));
        const told = flows.map(({ workloads, variable }) => `${variable} of ${workloads.join(", ")}`);
        for (const flow of [
            "POSTGRES_PASSWORD of database/server",
            "BACKUP_PASSWORD of database/dumps-backup-container",
            "redis.conf of redis/server",
        ])
            assert.ok(told.includes(flow), `${flow}\n${told.join("\n")}`);
        assert.ok(!told.some((flow) => flow.includes("-files")), told.join("\n"));
    });
});
