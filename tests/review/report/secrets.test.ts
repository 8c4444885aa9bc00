import assert from "node:assert/strict";
import { jsonSecrets } from "../../../review/report/secrets/json";
import { textSecrets } from "../../../review/report/secrets/text";
import type { Terminal } from "../../../review/report/terminal";
import { textReport } from "../../../review/report/text";
import { made, output, production, review, StackFixture, sandbox, toSupply } from "../fixtures";

const wide: Terminal = { columns: 110, colour: false, unicode: true };
const fromVault = (name: string, secret: ReturnType<StackFixture["resource"]>) => ({
    name,
    valueSource: { secretKeyRef: { secret: made(output(secret, "secretId")), version: "latest" } },
});

/** A stack written by hand: a service with a variable, a job that mounts, a secret that nobody reads. */
function handwritten(): StackFixture {
    const stack = new StackFixture("beta", "sandbox");
    const place = { project: "acme-beta", location: "europe-west2" };
    const vault = (id: string, more = {}) =>
        stack.resource("gcp:secretmanager/secret:Secret", id, undefined, {
            inputs: { project: "acme-beta", secretId: id, ...more },
        });
    const partner = vault("partner", { rotation: { rotationPeriod: "2592000s" } });
    const tls = vault("tls-certificate");
    vault("forgotten");
    stack.resource("gcp:cloudrunv2/service:Service", "lead-sync", undefined, {
        inputs: {
            ...place,
            name: "lead-sync-beta",
            template: { containers: [{ envs: [fromVault("PARTNER_TOKEN", partner)] }] },
        },
    });
    stack.resource("gcp:cloudrunv2/job:Job", "nightly", undefined, {
        inputs: {
            ...place,
            name: "nightly-beta",
            template: {
                template: {
                    containers: [{ envs: [fromVault("PARTNER", partner)] }],
                    volumes: [{ name: "tls", secret: { secret: made(output(tls, "secretId")) } }],
                },
            },
        },
    });
    return stack;
}

describe("The list of secrets", () => {
    it("tells of each who supplies it, what for, what waits for it, and the command", () => {
        const lines = textSecrets(review([sandbox().plan({ outputs: toSupply })]), wide).split("\n");
        assert.deepEqual(lines, [
            "beta  sandbox · Google Cloud acme-beta · europe-west2 · release r0",
            "",
            "  Secrets that somebody must supply (1)",
            "  beta-vonage-private-key · VONAGE_PRIVATE_KEY",
            "      Signs the calls · from the Vonage dashboard",
            "      Until then the service voice-api-beta does not start.",
            "      gcloud secrets versions add beta-vonage-private-key --project acme-beta --data-file=FILE",
            "",
            "To supply one",
            "  A value of one line is read into a variable at a hidden prompt, so that it is in no history, and forgotten",
            "  afterwards (`unset VONAGE_PRIVATE_KEY`):",
            "      read -rs VONAGE_PRIVATE_KEY",
            "  A value of several lines, such as a private key, comes from a file (FILE), which is deleted afterwards. An",
            "  empty value is refused.",
            "  `npm run up -- STACK --foundation` makes the places for them, without what cannot start yet; when they are",
            "  filled, leave `--foundation` out. Which of them are filled already is not seen here, for no cloud was asked:",
            "      gcloud secrets versions list SECRET --project PROJECT --filter=state=enabled",
            "",
            "1 secret to supply in 1 stack.",
            "",
        ]);
    });

    it("reads a value of one line from the shell's own variable, so that no process list shows it", () => {
        const text = textSecrets(review([production().plan()]), wide);
        assert.ok(
            text.includes(
                '      printf %s "$GEMINI_API_KEY" | gcloud secrets versions add main-gemini-api-key --project acme-main --data-file=-\n',
            ),
            text,
        );
        assert.ok(text.includes("      read -rs GEMINI_API_KEY\n"));
    });

    it("says where the others come from, which nobody has to supply", () => {
        const text = textSecrets(review([production().plan()]), wide);
        assert.match(text, /Secrets that nobody has to supply \(4\)/);
        for (const line of [
            /main-database-url +database generated password, database\/server private address\n/,
            /main-jwt +a generated value\n/,
            /main-sealed +the stack file, encrypted\n/,
            /main-redis-url +redis password, address\n/,
        ])
            assert.match(text, line);
    });

    it("counts secrets and readers that were written by hand, mounted ones too", () => {
        const text = textSecrets(review([handwritten().plan()]), wide);
        assert.match(text, /partner · PARTNER_TOKEN · PARTNER\n {6}due again every 30d\n/);
        assert.match(text, /Until then the service lead-sync-beta and the job nightly-beta do not start\.\n/);
        assert.match(text, /tls-certificate\n {6}Until then the job nightly-beta does not start\.\n/);
        assert.match(text, /forgotten\n {6}Nothing in this stack reads it\.\n/);
        assert.match(text, /gcloud secrets versions add tls-certificate --project acme-beta --data-file=FILE\n/);
        const { stacks } = JSON.parse(jsonSecrets(review([handwritten().plan()])));
        assert.deepEqual(
            stacks.beta.toSupply.map(({ secret }: { secret: string }) => secret),
            ["forgotten", "partner", "tls-certificate"],
        );
    });

    it("shows no value, whatever the program wrote into the vault", () => {
        for (const text of [
            textSecrets(review([production().plan()]), wide),
            jsonSecrets(review([production().plan()])),
        ])
            assert.ok(!text.includes("hunter2"));
    });

    it("lists what the preview counts", () => {
        for (const stack of [sandbox(), production(), handwritten()]) {
            const found = review([stack.plan()]);
            const { toSupply } = JSON.parse(jsonSecrets(found)).stacks[stack.stack];
            assert.ok(
                textReport(found, wide).includes(`Secrets that somebody must supply (${toSupply.length})`),
                stack.stack,
            );
        }
    });

    it("is a document whose keys are always there", () => {
        const { project, stacks, errors } = JSON.parse(jsonSecrets(review([sandbox().plan({ outputs: toSupply })])));
        assert.equal(project, "ringfence");
        assert.deepEqual(errors, []);
        assert.deepEqual(stacks, {
            beta: {
                tier: "sandbox",
                platform: "gcp",
                toSupply: [
                    {
                        secret: "beta-vonage-private-key",
                        project: "acme-beta",
                        variables: ["VONAGE_PRIVATE_KEY"],
                        suppliedBy: "the Vonage dashboard",
                        purpose: "Signs the calls",
                        rotatedEvery: "",
                        blocks: [
                            {
                                kind: "service",
                                name: "voice-api-beta",
                                urn: "urn:pulumi:beta::ringfence::ringfence:index:VoicePlatform$ringfence:index:VoiceApi$gcp:cloudrunv2/service:Service::beta-api-service",
                                variables: ["VONAGE_PRIVATE_KEY"],
                            },
                        ],
                        command:
                            'printf %s "$VONAGE_PRIVATE_KEY" | gcloud secrets versions add beta-vonage-private-key --project acme-beta --data-file=-',
                        fileCommand:
                            "gcloud secrets versions add beta-vonage-private-key --project acme-beta --data-file=FILE",
                    },
                ],
                settled: [],
            },
        });
        const [jwt] = JSON.parse(jsonSecrets(review([production().plan()]))).stacks.main.settled.filter(
            ({ secret }: { secret: string }) => secret === "main-jwt",
        );
        assert.deepEqual(Object.keys(jwt), [
            "secret",
            "project",
            "variables",
            "content",
            "sources",
            "rotatedEvery",
            "readBy",
        ]);
        assert.deepEqual([jwt.content, jwt.sources], ["generated", ["a generated value"]]);
    });

    it("says so where nobody has to supply anything", () => {
        const stack = new StackFixture("empty", "sandbox");
        const text = textSecrets(review([stack.plan()]), wide);
        assert.match(text, /\n {2}Nobody has to supply a secret\.\n\nNobody has to supply a secret\.\n$/);
        assert.doesNotMatch(text, /To supply one/);
    });

    it("keeps a name from elsewhere one word of the command, and out of the terminal's control", () => {
        const stack = new StackFixture("beta", "sandbox");
        stack.resource("gcp:secretmanager/secret:Secret", "odd", undefined, {
            inputs: { secretId: "a'; rm -rf ~\n\u001b[2J", project: "acme-beta" },
        });
        const text = textSecrets(review([stack.plan()]), wide);
        assert.ok(text.includes("versions add 'a'\\''; rm -rf ~ ' --project acme-beta"), text);
        assert.ok(!text.includes("\u001b"));
    });

    it("asks for the region of a regional secret, and for the project where nothing says it", () => {
        const stack = new StackFixture("beta", "sandbox");
        stack.resource("gcp:secretmanager/regionalSecret:RegionalSecret", "regional", undefined, {
            inputs: { secretId: "regional", location: "europe-west2" },
        });
        assert.match(
            textSecrets(review([stack.plan()]), wide),
            /versions add regional --project PROJECT --location europe-west2 --data-file=-\n/,
        );
    });
});
