import assert from "node:assert/strict";
import type { ResourceFacts, Value } from "../../../policy/facts";
import { foreign, foreignMember } from "../../../policy/views";
import { preProduction, production } from "../environments";
import { type Options, resource, scope, stackReference } from "../facts-builders";

const staging = preProduction();
type Inputs = Readonly<Record<string, Value>>;
const why = (facts: ResourceFacts, among = [facts]) => foreign(scope(staging, among), facts.urn);
const made = (inputs: Inputs, options: Options = {}) =>
    resource(staging, "gcp:somewhere/thing:Thing", "it", inputs, options);
const read = (inputs: Inputs) => made(inputs, { external: true });

describe("a resource is this environment's", () => {
    it("if the stack registers it", () => assert.equal(why(made({})), undefined));
    it("if the stack registers it in the environment's project", () => {
        assert.equal(why(made({ project: "acme-voice-staging" })), undefined);
    });
    it("if it is read and says that it lives in the environment's project", () => {
        const all: readonly Inputs[] = [
            { project: "acme-voice-staging" },
            { id: "projects/acme-voice-staging/secrets/x" },
            { selfLink: "https://www.googleapis.com/compute/v1/projects/acme-voice-staging/global/networks/n" },
            { email: "a@acme-voice-staging.iam.gserviceaccount.com" },
            { name: "projects/acme-voice-staging/topics/t" },
            { connectionName: "acme-voice-staging:europe-west2:db" },
        ];
        for (const inputs of all) assert.equal(why(read(inputs)), undefined, JSON.stringify(inputs));
    });
});

describe("a resource is not this environment's", () => {
    it("if it is read and does not say where it lives", () => {
        assert.match(String(why(read({ name: "x" }))), /"it", which this stack only reads/);
    });
    it("if it says that it lives in another project, read or not", () => {
        const all: readonly Inputs[] = [
            { project: "acme-voice-main" },
            { id: "projects/acme-voice-main/secrets/x" },
            { selfLink: "https://www.googleapis.com/compute/v1/projects/acme-voice-main/global/networks/n" },
            { email: "a@acme-voice-main.iam.gserviceaccount.com" },
            { name: "projects/acme-voice-main/topics/t" },
            { connectionName: "acme-voice-main:europe-west2:db" },
        ];
        for (const inputs of all) {
            assert.match(String(why(read(inputs))), /in the project "acme-voice-main"/);
            assert.match(String(why(made(inputs))), /in the project "acme-voice-main"/);
        }
    });
    it("if it is of another stack", () => {
        const other = resource(production(), "gcp:somewhere/thing:Thing", "it", {});
        assert.match(String(why(other)), /"it", which is not of this stack/);
    });
    it("if the stack does not register it", () => assert.match(String(why(made({}), [])), /does not register/));
    it("if it is a stack reference, even one to itself", () => {
        assert.match(String(why(stackReference(staging, "acme/ringfence/staging"))), /from another stack/);
    });
});

describe("a member", () => {
    const judge = (member: string) => foreignMember(scope(staging, []), made({}), { property: "member" }, member);
    for (const member of [
        "serviceAccount:agent@acme-voice-staging.iam.gserviceaccount.com",
        "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com",
        "serviceAccount:service-1@serverless-robot-prod.iam.gserviceaccount.com",
        "serviceAccount:p1-2@gcp-sa-logging.iam.gserviceaccount.com",
        "serviceAccount:cloud-logs@system.gserviceaccount.com",
        "group:cloud-logs@google.com",
        "user:a@example.com",
        "domain:example.com",
        "deleted:user:a@example.com?uid=1",
        "allUsers",
        "allAuthenticatedUsers",
    ]) {
        it(`${member} is none of another environment`, () => assert.equal(judge(member), undefined));
    }
    for (const member of [
        "serviceAccount:agent@acme-voice-main.iam.gserviceaccount.com",
        "deleted:serviceAccount:agent@acme-voice-main.iam.gserviceaccount.com?uid=1",
        "serviceAccount:service-1@acme-voice-main.iam.gserviceaccount.com",
        "serviceAccount:acme-voice-main@appspot.gserviceaccount.com",
        "serviceAccount:agent@example.net",
        "serviceAccount:123@cloudservices.gserviceaccount.com",
        "serviceAccount:123@cloudbuild.gserviceaccount.com",
        "serviceAccount:123456-compute@developer.gserviceaccount.com",
        "projectViewer:acme-voice-main",
        "principal://iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/ci/subject/x",
    ]) {
        it(`${member} may be another environment's`, () => assert.notEqual(judge(member), undefined));
    }
});
