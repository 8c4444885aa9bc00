import assert from "node:assert/strict";
import { type Environment, seedVolumeOf } from "../../../environment";
import { evaluate } from "../../../policy/evaluate";
import type { ResourceFacts, Value } from "../../../policy/facts";
import type { Scope } from "../../../policy/rule";
import { isolationRules } from "../../../policy/rules";
import { projectOf } from "../../../policy/views/project";
import { image, onDocker, preProduction, production } from "../environments";
import { type Inputs, output, resource, scope, serviceAccount } from "../facts-builders";
import { beforeItExists, onceItExists, registrations } from "../views-of-a-stack";

const writer = "main-anonymiser@acme-voice-main.iam.gserviceaccount.com";
const target = preProduction({ seeding: { role: "target", writer } });
const source = production({ seeding: { role: "source", bucket: "acme-voice-staging-seed" } });

const bucket = (name: string, environment: Environment = target) =>
    resource(environment, "gcp:storage/bucket:Bucket", name, { name, project: projectOf(environment) });
const seedBucket = bucket("acme-voice-staging-seed");

const granted = (more: Inputs = {}, on: ResourceFacts = seedBucket, environment: Environment = target): Scope => {
    const inputs = {
        bucket: output(on, "name"),
        role: "roles/storage.objectCreator",
        member: `serviceAccount:${writer}`,
        ...more,
    };
    const type = "gcp:storage/bucketIAMMember:BucketIAMMember";
    return scope(environment, [on, resource(environment, type, "written-by-anonymiser", inputs)]);
};

interface Asked {
    readonly environment?: Environment;
    readonly type?: string;
    readonly name?: string;
    readonly account?: string;
    readonly variable?: readonly [string, Value];
    readonly volumes?: readonly Value[];
}
const ran = ({
    environment = source,
    type = "gcp:cloudrunv2/job:Job",
    name = "anonymise-main",
    account = "main-anonymiser",
    variable = ["DUMP_URL", "gs://acme-voice-staging-seed"],
    volumes = [],
}: Asked = {}): Scope => {
    const identity = serviceAccount(environment, account);
    const envs = [{ name: variable[0], value: variable[1] }];
    const task = { serviceAccount: output(identity, "email"), volumes, containers: [{ image, envs }] };
    const template = type.endsWith(":Job") ? { template: task } : task;
    return scope(environment, [identity, resource(environment, type, name, { name, template })]);
};

/** What the isolation rules say of a stack, whoever looks: the preview, the engine before and after it exists. */
const everywhere = (asked: Scope) =>
    [asked, beforeItExists(asked), onceItExists(asked)].map((seen) => ({
        whole: evaluate(isolationRules, seen).map(({ message }) => message),
        registered: [...registrations(seen)].flatMap((at) =>
            evaluate(isolationRules, at).map(({ message }) => message),
        ),
    }));
const allows = (asked: Scope) => {
    for (const { whole, registered } of everywhere(asked)) assert.deepEqual([...whole, ...registered], []);
};
const refuses = (asked: Scope, message: RegExp) => {
    for (const { whole, registered } of everywhere(asked)) {
        assert.ok(
            whole.some((text) => message.test(text)),
            `the whole stack: ${JSON.stringify(whole)}`,
        );
        assert.ok(
            registered.some((text) => message.test(text)),
            `at registration: ${JSON.stringify(registered)}`,
        );
    }
};

describe("the anonymiser's way out of production", () => {
    it("ORA-7 lets the declared writer add files to pre-production's bucket for dumps", () => allows(granted()));

    it("refuses the writer any other role, as reading is one", () => {
        for (const role of ["roles/storage.objectViewer", "roles/storage.objectUser", "roles/storage.admin"])
            refuses(granted({ role }), /The member is not of this environment/);
    });

    it("refuses the permission to anybody else of production", () => {
        const member = "serviceAccount:voice-agent-main@acme-voice-main.iam.gserviceaccount.com";
        refuses(granted({ member }), /The member is not of this environment/);
    });

    it("refuses the writer any other bucket", () =>
        refuses(granted({}, bucket("acme-voice-staging-records")), /The member is not of this environment/));

    it("refuses a bucket that is only called so, and that this stack does not register", () => {
        const type = "gcp:storage/bucketIAMMember:BucketIAMMember";
        const inputs = { bucket: "acme-voice-staging-seed", role: "roles/storage.objectCreator" };
        const grant = resource(target, type, "grant", { ...inputs, member: `serviceAccount:${writer}` });
        refuses(scope(target, [grant]), /The member is not of this environment/);
    });

    it("refuses a permission with a condition, which may say anything", () => {
        const condition = { title: "x", expression: "true" };
        refuses(granted({ condition }), /The member is not of this environment/);
    });

    it("refuses a writer that the stack file does not declare", () => {
        const undeclared = preProduction();
        const own = bucket("acme-voice-staging-seed", undeclared);
        refuses(granted({}, own, undeclared), /The member is not of this environment/);
    });

    it("ORA-7 tells production's anonymiser the declared bucket", () => allows(ran()));

    it("refuses the anonymiser another of pre-production's buckets", () =>
        refuses(ran({ variable: ["DUMP_URL", "gs://acme-voice-staging-records"] }), /DUMP_URL cannot be used here/));

    it("refuses the declared bucket under another variable", () => {
        refuses(ran({ variable: ["EXPORT_BUCKET", "acme-voice-staging-seed"] }), /EXPORT_BUCKET cannot be used here/);
        refuses(ran({ variable: ["EXPORT_URL", "gs://acme-voice-staging-seed"] }), /EXPORT_URL cannot be used here/);
    });

    it("refuses the declared bucket to production's API, as a variable and as a folder", () => {
        const service = {
            type: "gcp:cloudrunv2/service:Service",
            name: "voice-agent-main",
            account: "voice-agent-main",
        };
        refuses(ran(service), /DUMP_URL cannot be used here/);
        const volumes = [{ name: "dump", gcs: { bucket: "acme-voice-staging-seed" } }];
        refuses(ran({ ...service, variable: ["LOG_LEVEL", "info"], volumes }), /no bucket of the name/);
    });

    it("refuses the anonymiser itself to mount it", () => {
        const volumes = [{ name: "dump", gcs: { bucket: "acme-voice-staging-seed" } }];
        refuses(ran({ volumes }), /no bucket of the name/);
    });

    it("refuses a job of another name, or of another account", () => {
        refuses(ran({ name: "report-main" }), /DUMP_URL cannot be used here/);
        refuses(ran({ account: "voice-agent-main" }), /DUMP_URL cannot be used here/);
    });

    it("refuses a job of production's where no seeding is declared", () =>
        refuses(ran({ environment: production() }), /DUMP_URL cannot be used here/));

    it("ORA-6 refuses a job of pre-production's that names production's bucket", () => {
        const seed = { environment: target, name: "seed-staging", account: "seed-staging" };
        refuses(
            ran({ ...seed, variable: ["DUMP_URL", "gs://acme-voice-main-records"] }),
            /cannot be used here|production/,
        );
        const volumes = [{ name: "dump", gcs: { bucket: "acme-voice-main-records" } }];
        refuses(ran({ ...seed, variable: ["LOG_LEVEL", "info"], volumes }), /no bucket of the name|after production/);
    });
});

describe("the anonymiser's way out of production on a Docker host", () => {
    const command = ["npm", "run"];
    const declares = onDocker(production({ seeding: { role: "source", stack: "staging", command } }));
    const volumeName = seedVolumeOf("ringfence", "staging");
    const mounting = (component: string, { inputs = {}, environment = declares, volume = {} } = {}): Scope =>
        scope(environment, [
            resource(environment, "docker:index/container:Container", component, {
                name: component,
                image,
                entrypoints: ["sh", "/schedule/schedule.sh", "npm", "run", "export-anonymised"],
                envs: ["DUMP_URL=file:///dump"],
                networkMode: "none",
                labels: [{ label: "component", value: component }],
                volumes: [{ volumeName, containerPath: "/dump", ...volume }],
                ...inputs,
            }),
        ]);
    const foreign = /The volume at \/\w+ cannot be used here/;

    it("ORA-7 lets the anonymiser mount the volume of the declared stack", () => allows(mounting("anonymiser-export")));

    it("refuses the declared volume to any other container", () => {
        for (const component of ["api-container-1", "anonymiser-exporter", "my-anonymiser"])
            refuses(mounting(component), foreign);
    });

    it("refuses it to what only calls itself the anonymiser: another image, or another program first", () => {
        refuses(mounting("anonymiser-export", { inputs: { image: `acme/tools@${image.split("@")[1]}` } }), foreign);
        refuses(mounting("anonymiser-export", { inputs: { entrypoints: ["pg_dump", "--file=/dump/raw"] } }), foreign);
    });

    it("refuses it another volume, another folder, and a port of the host", () => {
        refuses(mounting("anonymiser-export", { volume: { volumeName: "staging-data" } }), foreign);
        refuses(mounting("anonymiser-export", { volume: { containerPath: "/data" } }), foreign);
        refuses(mounting("anonymiser-export", { inputs: { ports: [{ internal: 80, external: 80 }] } }), foreign);
    });

    it("ORA-6 refuses it where it is not declared, and to the half that takes the dump in", () => {
        refuses(mounting("anonymiser-export", { environment: onDocker(production()) }), foreign);
        const taking = onDocker(preProduction({ seeding: { role: "target", command } }));
        refuses(mounting("anonymiser-export", { environment: taking, volume: { volumeName: "x" } }), foreign);
    });
});
