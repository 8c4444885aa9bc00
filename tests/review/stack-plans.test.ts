import assert from "node:assert/strict";
import type { Review } from "../../review/plan";
import { review } from "../../review/review";
import { BlueprintFolder } from "./blueprint-folder";

async function reviewed(bend: (folder: BlueprintFolder) => void, ...stacks: string[]): Promise<Review> {
    const folder = new BlueprintFolder("the-oracle");
    try {
        bend(folder);
        return await review({ project: folder.path, stacks, debug: false });
    } finally {
        folder.remove();
    }
}

const planOf = ({ plans, errors }: Review, stack: string) => {
    const plan = plans.find((candidate) => candidate.stack === stack);
    assert.ok(plan, JSON.stringify(errors));
    return plan;
};
const recordOf = (found: Review, stack: string): string => {
    const record = planOf(found, stack).resources.find(({ facts }) => facts.type.endsWith(":DnsRecord"));
    return String(record?.inputs.content);
};
describe("the plans of stacks that read one another", () => {
    it("ORA-4 have what a shared stack puts out, made of its own resources", async () => {
        const found = await reviewed(() => {});
        assert.deepEqual(found.errors, []);
        for (const stack of ["staging", "production"])
            assert.match(
                recordOf(found, stack),
                /^\$\{urn:pulumi:shared::the-oracle::.*ZeroTrustTunnelCloudflared::shared-tunnel-cloudflare-tunnel#id\}\.cfargotunnel\.com$/,
            );
    });

    it("plan the shared stack for one that is asked for alone, and tell nothing more of it", async () => {
        const found = await reviewed(() => {}, "staging");
        assert.deepEqual(
            found.plans.map(({ stack }) => stack),
            ["staging"],
        );
        assert.match(recordOf(found, "staging"), /^\$\{urn:pulumi:shared::/);
    });

    it("say which stack has to be mended first", async () => {
        const break_ = (folder: BlueprintFolder) =>
            folder.replace("Pulumi.shared.yaml", "engine: none", "engine: nune");
        const { errors, plans } = await reviewed(break_, "staging");
        assert.deepEqual(plans, []);
        assert.deepEqual(
            errors.map(({ stack, key }) => [stack, key]),
            [
                ["staging", "ringfence:domain.tunnel"],
                ["shared", "ringfence:database.engine"],
            ],
        );
        assert.match(
            errors[0]?.message ?? "",
            /staging reads what "shared" puts out, and that stack could not be planned/,
        );
        assert.equal(errors[0]?.repair, "mend shared first");
        assert.equal(typeof errors[0]?.line, "number");
    });

    it("name the stack that is meant where a stack file names none", async () => {
        const { errors } = await reviewed((folder) =>
            folder.replace("Pulumi.staging.yaml", "tunnel: shared", "tunnel: shraed"),
        );
        const [error] = errors;
        assert.deepEqual([error?.stack, error?.key], ["staging", "ringfence:domain.tunnel"]);
        assert.equal(error?.message, 'the project has no stack "shraed"');
        assert.equal(error?.repair, "write shared");
    });

    it("refuse a reference by hand to a stack that the project has not", async () => {
        const { errors } = await reviewed((folder) =>
            folder.program('new pulumi.StackReference("organization/the-oracle/shraed");'),
        );
        assert.ok(
            errors.some(
                ({ stack, message }) =>
                    stack === "shared" &&
                    /organization\/the-oracle\/shraed" names no stack of the project/.test(message),
            ),
            JSON.stringify(errors),
        );
    });

    it("refuse two stacks of which each must be deployed before the other", async () => {
        const { errors } = await reviewed((folder) =>
            folder.copy("shared", "speech").program(`
                const other = { shared: "speech", speech: "shared" }[pulumi.getStack()];
                if (other !== undefined) new pulumi.StackReference("organization/the-oracle/" + other);`),
        );
        assert.ok(
            errors.some(({ message }) => /the stacks shared → speech → shared read each other's outputs/.test(message)),
            JSON.stringify(errors),
        );
    });

    it("ORA-6 refuse what a reference by hand reads, of production and of a shared stack alike", async () => {
        for (const stack of ["production", "shared"]) {
            const found = await reviewed((folder) =>
                folder.program(`
                    if (pulumi.getStack() === "staging") {
                        const { Container } = require("@pulumi/docker");
                        const name = "organization/the-oracle/${stack}";
                        const other = new pulumi.StackReference("by-hand", { name });
                        const envs = [pulumi.interpolate\`DATABASE_URL=\${other.getOutput("url")}\`];
                        new Container("intruder", { image: "api", envs });
                    }`),
            );
            assert.deepEqual(found.errors, []);
            const broken = planOf(found, "staging").violations.filter(({ urn }) => urn.endsWith("::intruder"));
            assert.ok(
                broken.some(({ policy, message }) => policy === "own-data-sources" && message.includes('"by-hand"')),
                `${stack}: ${JSON.stringify(broken)}`,
            );
            const crossing = found.isolation.violations.map(({ rule }) => rule);
            assert.deepEqual(crossing, stack === "production" ? ["stack-references"] : []);
        }
    });
});
