import assert from "node:assert/strict";
import { join } from "node:path";
import { loadProject } from "../../../environment/stack-file";
import { valuesOf } from "../fixtures";
import { projectFile, projectFolders, stackFile } from "./project-folder";

const folderOf = projectFolders();
const beta = stackFile(valuesOf("sandbox"));

/** The one error of a folder that is no sound project. */
function error(folder: string) {
    const { errors } = loadProject(folder);
    assert.equal(errors.length, 1, JSON.stringify(errors));
    const [only] = errors;
    assert.ok(only);
    assert.equal(only.stack, "");
    return only;
}

describe("a project's files", () => {
    it("tell its name, program, runtime and stacks in the order of their files", () => {
        const folder = folderOf({
            "Pulumi.yaml": "name: ringfence\nmain: ../../\nruntime:\n  name: nodejs\n  options: {typescript: false}\n",
            "Pulumi.staging.yaml": beta,
            "Pulumi.beta.yaml": beta,
            "Pulumi.uat-2.eu.yaml": beta,
            "PulumiPolicy.yaml": "runtime: nodejs",
            "Pulumi.beta.yaml.orig": beta,
        });
        const { value: project } = loadProject(folder);
        assert.equal(project?.name, "ringfence");
        assert.equal(project.main, "../../");
        assert.equal(project.runtime, "nodejs");
        assert.equal(project.directory, folder);
        assert.deepEqual(
            project.stacks.map(({ name }) => name),
            ["beta", "staging", "uat-2.eu"],
        );
    });
    it("may end in .yml, the stack files then too", () => {
        const folder = folderOf({ "Pulumi.yml": projectFile, "Pulumi.beta.yml": beta });
        assert.deepEqual(
            loadProject(folder).value?.stacks.map(({ file }) => file.split("/").at(-1)),
            ["Pulumi.beta.yml"],
        );
    });
    it("may keep stack files in a folder of their own", () => {
        for (const where of ["stackConfigDir: stacks\n", "config: stacks\n"]) {
            const folder = folderOf({ "Pulumi.yaml": projectFile + where, "stacks/Pulumi.beta.yaml": beta });
            assert.deepEqual(
                loadProject(folder).value?.stacks.map(({ path }) => path),
                [join(folder, "stacks/Pulumi.beta.yaml")],
            );
        }
    });
    it("are named from the working directory where they are below it", () => {
        assert.equal(loadProject(".").value?.file, "Pulumi.yaml");
        assert.equal(loadProject(join(process.cwd(), "tests/..")).value?.file, "Pulumi.yaml");
        const folder = folderOf({ "Pulumi.yaml": projectFile, "Pulumi.beta.yaml": beta });
        assert.equal(loadProject(folder).value?.file, join(folder, "Pulumi.yaml"));
    });
});

describe("a folder that is no sound project is told what it lacks:", () => {
    it("the folder", () => {
        const { message, repair } = error("no/such/folder");
        assert.equal(message, "there is no folder no/such/folder");
        assert.equal(repair, "name the folder that Pulumi.yaml is in");
    });
    it("being a folder", () => {
        const { message, repair } = error("Pulumi.yaml");
        assert.equal(message, "Pulumi.yaml is no folder");
        assert.match(repair ?? "", /write \., if the project is there/);
    });
    it("Pulumi.yaml", () => {
        const { file, message } = error(folderOf({ "package.json": "{}" }));
        assert.match(file ?? "", /Pulumi\.yaml$/);
        assert.match(message, /is no Pulumi project: there is no Pulumi\.yaml and no Pulumi\.yml in it/);
    });
    it("a stack file", () => {
        const { message, repair } = error(folderOf({ "Pulumi.yaml": projectFile }));
        assert.match(message, /the project has no stack: there is no Pulumi\.<stack>\.yaml in/);
        assert.match(repair ?? "", /Pulumi\.staging\.yaml/);
        assert.match(error(folderOf({ "Pulumi.yaml": `${projectFile}stackConfigDir: gone\n` })).message, /gone$/);
    });
    it("a name, a runtime, a folder of the program", () => {
        const stack = { "Pulumi.beta.yaml": beta };
        assert.equal(error(folderOf({ "Pulumi.yaml": "runtime: nodejs", ...stack })).key, "name");
        assert.equal(error(folderOf({ "Pulumi.yaml": "name: 5\nruntime: nodejs", ...stack })).key, "name");
        assert.equal(error(folderOf({ "Pulumi.yaml": "name: x", ...stack })).key, "runtime");
        const { key, line } = error(folderOf({ "Pulumi.yaml": `${projectFile}main: [a]\n`, ...stack }));
        assert.deepEqual({ key, line }, { key: "main", line: 3 });
    });
    it("content, or content that is YAML", () => {
        assert.match(error(folderOf({ "Pulumi.yaml": "" })).message, /the file is empty/);
        assert.match(error(folderOf({ "Pulumi.yaml": "name: [x\n" })).message, /bracket/);
    });
});
