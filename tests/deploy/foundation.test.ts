import { strict as assert } from "node:assert";
import { VoicePlatform } from "../../components";
import { leavingOutServices } from "../../deploy/foundation";
import { loadProject, loadStack } from "../../environment/stack-file";
import { planned } from "../platforms/engine";
import { root } from "../review/project-folder";

const patterns = leavingOutServices.filter((word) => word.startsWith("**"));
/** As the engine reads them: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/deployment.go */
const matchers = patterns.map((pattern) => {
    const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const segments = pattern.split("**").map((segment) => segment.split("*").map(quoted).join("[^:]*"));
    return new RegExp(`^${segments.join(".*")}$`);
});
const urnOf = (type: string) => `urn:pulumi:beta::ringfence::ringfence:index:VoiceApi$${type}::api`;

describe("The foundation of an environment", () => {
    it("leaves out what starts an image, and nothing that belongs to it by its type alone", () => {
        const startsImage = ["service:Service", "job:Job", "workerPool:WorkerPool"];
        for (const type of startsImage)
            assert.ok(
                matchers.some((matcher) => matcher.test(urnOf(`gcp:cloudrunv2/${type}`))),
                type,
            );
        for (const type of ["gcp:projects/service:Service", "gcp:cloudrunv2/serviceIamMember:ServiceIamMember"])
            assert.ok(!matchers.some((matcher) => matcher.test(urnOf(type))), type);
    });

    for (const stack of ["beta", "staging", "main"])
        it(`${stack}: runs to its end without what the services would tell`, async () => {
            const project = loadProject(root).value;
            const environment = project && loadStack(project, stack).value?.environment;
            assert.ok(environment);
            const types = patterns.map((pattern) => pattern.replace(/^\*\*|::\*$/g, ""));
            const resources = await planned(() => new VoicePlatform(stack, { environment }), types);
            assert.ok(resources.some(({ type }) => types.includes(type)));
        });
});
