import { strict as assert } from "node:assert";
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { type Calls, Runner, readWorkflow } from "./workflow";

const workflow = readWorkflow(resolve(__dirname, "../../../../platforms/gcp/rotation/rotate.yaml"));
const environment = { GOOGLE_CLOUD_PROJECT_ID: "acme-voice-main", GOOGLE_CLOUD_LOCATION: "europe-west2" };
const addVersion = "googleapis.secretmanager.v1.projects.secrets.addVersionString";

interface Call {
    readonly name: string;
    // biome-ignore lint/suspicious/noExplicitAny: each function has arguments of its own.
    readonly args: any;
}
interface Outcome {
    readonly calls: readonly Call[];
    readonly logs: readonly Call["args"][];
    readonly raised: unknown;
    readonly returned: unknown;
}

/** An event as Eventarc hands it over: https://cloud.google.com/eventarc/docs/workflows/cloudevents */
const event = (eventType: string, labels: Readonly<Record<string, string>> | undefined) => {
    const secret = { name: "projects/1234567890/secrets/main-token", labels, rotation: { rotationPeriod: "7776000s" } };
    const data = Buffer.from(JSON.stringify(secret)).toString("base64");
    return { data: { message: { attributes: { eventType, dataFormat: "JSON_API_V1" }, data } } };
};

/** Runs the workflow for an event; `failing` are the functions that answer with an error, and how often. */
function run(
    labels: Readonly<Record<string, string>> | undefined,
    eventType = "SECRET_ROTATE",
    failing: Readonly<Record<string, readonly object[]>> = {},
): Outcome {
    const calls: Call[] = [];
    const failures = new Map(Object.entries(failing).map(([name, errors]) => [name, [...errors]]));
    const answering = (name: string, answer: (args: Call["args"]) => unknown) => (args: Call["args"]) => {
        calls.push({ name, args });
        const error = failures.get(name)?.shift();
        if (error !== undefined) throw error;
        return answer(args);
    };
    const functions: Calls = {
        "http.post": answering("http.post", ({ body }) => ({
            body: { data: randomBytes(body.lengthBytes).toString("base64") },
        })),
        [addVersion]: answering(addVersion, () => ({ name: "projects/1234567890/secrets/main-token/versions/2" })),
        "sys.log": answering("sys.log", () => undefined),
    };
    let returned: unknown;
    let raised: unknown;
    try {
        returned = new Runner(workflow, functions, environment).run("main", { event: event(eventType, labels) });
    } catch (error) {
        if (error instanceof Error) throw error;
        raised = error;
    }
    return { calls, logs: calls.filter(({ name }) => name === "sys.log").map(({ args }) => args), raised, returned };
}
const called = ({ calls }: Outcome, name: string): readonly Call["args"][] =>
    calls.filter((call) => call.name === name).map(({ args }) => args);

describe("the workflow that renews secrets", () => {
    const generated = { environment: "main", renewal: "generated", length: "64" };

    it("ORB-11 makes a new version of a value that the program made up, of letters and digits, as long as it was", () => {
        const outcome = run(generated);
        const [{ url, auth, body }] = called(outcome, "http.post") as [Call["args"]];
        assert.equal(
            url,
            "https://cloudkms.googleapis.com/v1/projects/acme-voice-main/locations/europe-west2:generateRandomBytes",
        );
        assert.deepEqual([auth, body], [{ type: "OAuth2" }, { lengthBytes: 128, protectionLevel: "HSM" }]);
        const [{ project_id, secret_id, data }] = called(outcome, addVersion) as [Call["args"]];
        assert.deepEqual([project_id, secret_id], ["acme-voice-main", "main-token"]);
        assert.match(data, /^[A-Za-z0-9]{64}$/);
    });

    it("asks for no more random bytes than Cloud KMS gives, at the longest value that a stack file may ask for", () => {
        const outcome = run({ ...generated, length: "128" });
        assert.ok(called(outcome, "http.post")[0].body.lengthBytes <= 1024);
        assert.equal(called(outcome, addVersion)[0].data.length, 128);
    });

    it("makes another value each time", () => {
        const [first, second] = [run(generated), run(generated)].map((outcome) => called(outcome, addVersion)[0].data);
        assert.notEqual(first, second);
    });

    it("writes no value down: not in a log, not as a result, not as an error", () => {
        for (const outcome of [run(generated), run(generated, "SECRET_ROTATE", { [addVersion]: [{ code: 403 }] })]) {
            const { data } = called(outcome, addVersion)[0];
            const told = JSON.stringify([outcome.logs, outcome.returned, outcome.raised]);
            assert.ok(!told.includes(data), told);
        }
    });

    it("says that there is a new version", () => {
        assert.deepEqual(run(generated).logs, [
            {
                severity: "NOTICE",
                json: {
                    event: "secret-rotated",
                    secret: "main-token",
                    version: "projects/1234567890/secrets/main-token/versions/2",
                },
            },
        ]);
    });

    it("tries again where a service is away for a moment", () => {
        const away = { code: 503, tags: ["HttpError"] };
        const outcome = run(generated, "SECRET_ROTATE", { "http.post": [away, away] });
        assert.equal(called(outcome, addVersion).length, 1);
        assert.equal(outcome.logs[0].json.event, "secret-rotated");
    });

    it("fails aloud where it may not, for an alert to see", () => {
        const { logs, raised } = run(generated, "SECRET_ROTATE", { [addVersion]: [{ code: 403, body: "…" }] });
        const [{ severity, json }] = logs;
        assert.deepEqual(
            [severity, json.event, json.secret, json.code],
            ["ERROR", "secret-rotation-failed", "main-token", 403],
        );
        assert.match(json.todo, /mostly a permission is missing/);
        assert.match(json.command, /^gcloud secrets versions add main-token /);
        assert.equal(raised, "There is no new version of main-token");
        const unlabelled = run({ renewal: "generated" });
        assert.equal(unlabelled.logs[0].json.event, "secret-rotation-failed");
    });

    const reminders: Readonly<Record<string, RegExp>> = {
        supplied: /Get a new value where the present one comes from/,
        encrypted: /Encrypt a new value into the stack file of main/,
        wired: /Raise ringfence:rotation\.generation in the stack file of main/,
        server: /switch its AUTH off and on again/,
    };
    for (const [renewal, todo] of Object.entries(reminders))
        it(`ORB-11 tells what to do about a secret that is ${renewal}, and touches none`, () => {
            const outcome = run({ environment: "main", renewal });
            assert.equal(outcome.calls.length, 1);
            const [{ severity, json }] = outcome.logs;
            assert.equal(severity, "WARNING");
            assert.equal(json.event, "secret-rotation-due");
            assert.equal(json.secret, "main-token");
            assert.match(json.todo, todo);
        });

    it("names the command for a secret that somebody supplies, labelled or not", () => {
        const command = "gcloud secrets versions add main-token --project acme-voice-main --data-file=-";
        const unlabelled: Readonly<Record<string, string>> = {};
        for (const labels of [{ renewal: "supplied" }, unlabelled, undefined])
            assert.equal(run(labels).logs[0].json.command, command);
    });

    it("leaves alone whatever else the topic carries, the versions that it adds among it", () => {
        for (const other of ["SECRET_VERSION_ADD", "SECRET_UPDATE", "SECRET_CREATE", ""])
            assert.deepEqual(run(generated, other).calls, []);
    });
});
