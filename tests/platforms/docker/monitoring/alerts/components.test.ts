import { strict as assert } from "node:assert";
import { join } from "node:path";
import { parse } from "yaml";
import { planOf, root, type StackDocument } from "../../../../requirements/plan";

const containerType = "docker:index/container:Container";
// biome-ignore lint/suspicious/noExplicitAny: a provider's inputs have no type of their own here.
type Inputs = any;
const componentOf = ({ labels }: Inputs): string =>
    labels.find(({ label }: { label: string }) => label === "component").value;

const containersOf = ({ resources }: StackDocument): readonly Inputs[] =>
    resources.filter(({ type }) => type === containerType).map(({ inputs }) => inputs);

interface Rule {
    readonly alert: string;
    readonly expr: string;
}

function rulesOf(stack: StackDocument): readonly Rule[] {
    const uploads = containersOf(stack).flatMap((inputs) => inputs.uploads ?? []);
    const { content } = uploads.find(({ file }: { file: string }) => file.endsWith("/alerts.yml"));
    return parse(content).groups.flatMap(({ rules }: { rules: readonly Rule[] }) => rules);
}

/** Values that an expression has of the label `component`: whole, or several as a pattern. */
const namedIn = (expr: string): readonly string[] =>
    [...expr.matchAll(/component[=!]~?"([^"]*)"/g)].flatMap(([, values = ""]) =>
        values.replaceAll("\\\\", "").split("|"),
    );

describe("alerts of a whole stack file", () => {
    let stack: StackDocument;
    before(async () => {
        const { stacks } = await planOf(join(root, "blueprints/orbisvoice"));
        stack = stacks.onprem ?? assert.fail();
    });

    it("ORB-16 name components that planned containers have for a label, and no others", () => {
        const planned = new Set(
            containersOf(stack)
                .filter(({ start }) => start !== false)
                .map(componentOf),
        );
        const named = rulesOf(stack).flatMap(({ alert, expr }) =>
            namedIn(expr).map((component) => ({ alert, component })),
        );
        assert.ok(named.length > 10);
        assert.deepEqual(
            named.filter(({ component }) => !planned.has(component)),
            [],
        );
    });

    it("name every job", () => {
        const jobs = containersOf(stack)
            .filter(({ attach }) => attach === true)
            .map(componentOf);
        const named = rulesOf(stack)
            .filter(({ alert }) => alert === "jobs")
            .flatMap(({ expr }) => namedIn(expr));
        assert.deepEqual(new Set(named), new Set(jobs));
        assert.ok(jobs.includes("schema-migrate") && jobs.includes("monitoring-postgres-role"));
    });
});
