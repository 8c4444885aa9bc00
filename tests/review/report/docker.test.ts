import assert from "node:assert/strict";
import { join } from "node:path";
import { containers } from "../../../review/report/text/docker";
import { review } from "../../../review/review";
import { root } from "../../requirements/plan";

const spaced = (phrases: readonly string[]) => phrases.map((phrase) => phrase.replaceAll("\u00a0", " "));

describe("the report of containers", () => {
    it("tells what each is called, of which image, how many, how large, and what the host publishes", async () => {
        const { plans } = await review({
            project: join(root, "blueprints/orbisvoice"),
            stacks: ["onprem"],
            debug: false,
        });
        const all = plans[0]?.resources.filter(({ facts: { type } }) => type.endsWith(":Container")) ?? [];
        const told = spaced(containers(all));
        for (const phrase of [
            "api-onprem (api), 2 containers, 1 CPU, 512 MiB",
            "orbisvoice-onprem-database (postgres:15-alpine), 1 CPU, 1 GiB",
            "onprem-schema-migrate-job (api), a job of the deployment, 1 CPU, 512 MiB",
            "orbisvoice-onprem-front (nginx:1.30), 1 CPU, 256 MiB, at 203.0.113.7:80 and 203.0.113.7:443",
        ])
            assert.ok(told.includes(phrase), `${phrase}\n${told.join("\n")}`);
        assert.ok(!told.some((phrase) => phrase.includes("-files")), "what only carries files is no news");
    });
});
