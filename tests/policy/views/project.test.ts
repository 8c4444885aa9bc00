import assert from "node:assert/strict";
import { projectsNamed } from "../../../policy/views";
import { preProduction } from "../environments";
import { interpolated, resource } from "../facts-builders";

const named = (text: string, key?: string) => projectsNamed(text, key).map(({ project }) => project);

describe("a Google Cloud project is named", () => {
    const table: readonly string[] = [
        "projects/acme-voice/secrets/url",
        "https://www.googleapis.com/compute/v1/projects/acme-voice/global/networks/n",
        "//cloudresourcemanager.googleapis.com/projects/acme-voice",
        "agent@acme-voice.iam.gserviceaccount.com",
        "serviceAccount:agent@acme-voice.iam.gserviceaccount.com",
        "agent@acme-voice.iam",
        "acme-voice:europe-west2:database",
        "/cloudsql/acme-voice:europe-west2:database",
        "acme-voice@appspot.gserviceaccount.com",
        "https://acme-voice.ew.r.appspot.com",
        "serviceAccount:acme-voice.svc.id.goog[ns/name]",
        "https://acme-voice.firebaseio.com",
        "https://acme-voice-default-rtdb.firebaseio.com",
        "projectEditor:acme-voice",
        "SELECT * FROM `acme-voice.crm.customers`",
    ];
    for (const text of table) it(`in ${text}`, () => assert.ok(named(text).includes("acme-voice"), named(text).join()));

    it("by a key that holds nothing else", () => {
        assert.deepEqual(named("acme-voice", "project"), ["acme-voice"]);
        assert.deepEqual(named("acme-voice", "sourceProject"), ["acme-voice"]);
        assert.deepEqual(named("acme-voice", "name"), []);
    });
    it("by its number", () => {
        assert.deepEqual(projectsNamed("projects/123456789012/secrets/url"), [
            { project: "123456789012", numeric: true },
        ]);
    });
    it("beside a reference", () => {
        const secret = resource(preProduction(), "gcp:secretmanager/secret:Secret", "url", {});
        assert.deepEqual(projectsNamed(interpolated`projects/acme-voice/secrets/${[secret, "secretId"]}`), [
            { project: "acme-voice", numeric: false },
        ]);
        assert.deepEqual(projectsNamed(interpolated`projects/${[secret, "project"]}/secrets/x`), []);
    });
});

describe("no project is named", () => {
    for (const text of [
        "projects/_/buckets/recordings",
        "projects/-/serviceAccounts/x",
        "projects/debian-cloud/global/images/debian-12",
        "service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com",
        "service-123456789012@serverless-robot-prod.iam.gserviceaccount.com",
        "europe-west2-docker.pkg.dev/acme-voice/voice/agent:1",
        "subprojects/acme-voice/x",
        "https://example.com:443/x",
        "",
    ]) {
        it(`in "${text}"`, () => assert.deepEqual(named(text), []));
    }
});
