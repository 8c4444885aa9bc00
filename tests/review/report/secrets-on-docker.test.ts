import assert from "node:assert/strict";
import type { PlannedResource, StackPlan } from "../../../review/plan";
import { jsonSecrets } from "../../../review/report/secrets/json";
import { textSecrets } from "../../../review/report/secrets/text";
import type { Terminal } from "../../../review/report/terminal";
import { textReport } from "../../../review/report/text";
import { made, output, production, review, StackFixture } from "../fixtures";

const wide: Terminal = { columns: 110, colour: false, unicode: true };
const containerType = "docker:index/container:Container";
const outputs = {
    secretsToSupply: [
        {
            variable: "BACKUP_ACCESS_KEY_ID",
            secret: "onprem-backup-access-key-id",
            usedBy: ["backups"],
            suppliedBy: "the storage's owner",
            purpose: "Puts dumps into storage",
        },
        { variable: "GEMINI_API_KEY", secret: "onprem-gemini-api-key", usedBy: ["voice-gateway"] },
        { variable: "VONAGE_PRIVATE_KEY", secret: "onprem-vonage-private-key", usedBy: [] },
    ],
};

/**
 * A gateway of two containers that gets secrets as variables, an API that gets them as files, a database, and a container
 * that has the key to the storage in a configuration of its own.
 */
function onPremises(): StackFixture {
    const stack = new StackFixture("onprem", "production");
    const password = stack.resource("random:index/randomPassword:RandomPassword", "password", undefined, {});
    const signing = stack.resource("random:index/randomPassword:RandomPassword", "signing", undefined, {});
    const files = (name: string, ...uploads: (readonly [file: string, content: string | ReturnType<typeof made>])[]) =>
        stack.resource(containerType, `${name}-files`, undefined, {
            inputs: { start: false, uploads: uploads.map(([file, content]) => ({ file, content, executable: false })) },
            secrets: uploads.map((_, index) => `uploads[${index}].content`),
        });
    const lent = (carrier: PlannedResource) => ({ fromContainer: made(output(carrier, "name")), readOnly: true });
    const url = made("postgresql://voice:", output(password, "result"), "@database:5432/voice");
    const known = made(output(password, "result"));

    const databaseFiles = files("database", ["/run/secrets/password", known]);
    stack.resource(containerType, "database", undefined, {
        inputs: {
            name: "acme-onprem-database",
            envs: ["POSTGRES_PASSWORD_FILE=/run/secrets/password", "POSTGRES_USER=voice"],
            volumes: [lent(databaseFiles)],
        },
    });
    const apiFiles = files(
        "api",
        ["/run/secrets/database-url", url],
        ["/run/secrets/jwt-secret", made(output(signing, "result"))],
        ["/run/secrets/partner-token", "hunter2-hunter2"],
    );
    stack.resource(containerType, "api", undefined, {
        inputs: {
            envs: [
                "DATABASE_URL_FILE=/run/secrets/database-url",
                "JWT_SECRET_FILE=/run/secrets/jwt-secret",
                "PARTNER_TOKEN_FILE=/run/secrets/partner-token",
            ],
            networksAdvanced: [{ name: "acme-onprem-services", aliases: ["api-onprem"] }],
            volumes: [lent(apiFiles)],
        },
    });
    for (const index of [1, 2])
        stack.resource(containerType, `gateway-${index}`, undefined, {
            inputs: {
                envs: ["GEMINI_API_KEY=(onprem-gemini-api-key is not supplied yet)", "NODE_ENV=production"],
                networksAdvanced: [{ name: "acme-onprem-services", aliases: ["gateway-onprem"] }],
            },
            secrets: ["envs[0]"],
        });
    const shipperFiles = files("shipper", [
        "/run/secrets/rclone.conf",
        "access_key_id = (onprem-backup-access-key-id is not supplied yet)\n",
    ]);
    stack.resource(containerType, "shipper", undefined, {
        inputs: {
            name: "acme-onprem-shipper",
            envs: ["RCLONE_CONFIG=/run/secrets/rclone.conf"],
            volumes: [lent(shipperFiles)],
        },
    });
    return stack;
}
const plan = (): StackPlan => onPremises().plan({ outputs, platform: "docker" });

describe("The list of secrets of a Docker host", () => {
    it("tells of each who supplies it, what for, what waits for it, and the command that encrypts it", () => {
        assert.deepEqual(textSecrets(review([plan()]), wide).split("\n"), [
            "onprem  production · Docker · release r0",
            "",
            "  Secrets that somebody must supply (3)",
            "  BACKUP_ACCESS_KEY_ID",
            "      Puts dumps into storage · from the storage's owner",
            "      Until then nothing is deployed. It is for the service acme-onprem-shipper.",
            "      npx pulumi config set --secret --path 'ringfence:secrets.BACKUP_ACCESS_KEY_ID.value' --stack onprem",
            "  GEMINI_API_KEY",
            "      Until then nothing is deployed. It is for the service gateway-onprem.",
            "      npx pulumi config set --secret --path 'ringfence:secrets.GEMINI_API_KEY.value' --stack onprem",
            "  VONAGE_PRIVATE_KEY",
            "      Until then nothing is deployed. Nothing in this stack reads it.",
            "      npx pulumi config set --secret --path 'ringfence:secrets.VONAGE_PRIVATE_KEY.value' --stack onprem < FILE",
            "",
            "  Secrets that nobody has to supply (4)",
            "  DATABASE_URL       password generated password",
            "  JWT_SECRET         a generated value",
            "  PARTNER_TOKEN      the stack file, encrypted",
            "  POSTGRES_PASSWORD  a generated value",
            "",
            "To supply one",
            "  The command is run in the folder of `Pulumi.yaml`. It asks for the value at a hidden prompt, so that it is",
            "  in no history, and writes it, encrypted, into the stack file, which is then committed.",
            "  A value of several lines, such as a private key, comes from a file (`< FILE` behind the command), which is",
            "  deleted afterwards. An empty value is refused.",
            "  A deployment makes nothing before all of a stack's are there, and says which are not; a preview does without",
            "  them.",
            "",
            "3 secrets to supply in 1 stack.",
            "",
        ]);
    });

    it("is what the preview counts and lists", () => {
        const lines = textReport(review([plan()]), wide).split("\n");
        const begin = lines.indexOf("  Secrets that somebody must supply (3)");
        assert.deepEqual(lines.slice(begin + 1, begin + 5), [
            "  BACKUP_ACCESS_KEY_ID · mounted by acme-onprem-shipper",
            "      Puts dumps into storage · from the storage's owner",
            "  GEMINI_API_KEY of gateway-onprem",
            "  VONAGE_PRIVATE_KEY · read by no workload",
        ]);
    });

    it("has the same keys as that of a vault", () => {
        const { stacks } = JSON.parse(jsonSecrets(review([plan(), production().plan()])));
        const [, gemini] = stacks.onprem.toSupply;
        assert.deepEqual(Object.keys(gemini), Object.keys(stacks.main.toSupply[0]));
        assert.deepEqual(Object.keys(stacks.onprem.settled[0]), Object.keys(stacks.main.settled[0]));
        assert.equal(gemini.project, "");
        assert.equal(gemini.fileCommand, `${gemini.command} < FILE`);
        assert.deepEqual(
            gemini.blocks.map(({ kind, name, variables }: Record<string, unknown>) => [kind, name, variables]),
            [
                ["service", "gateway-onprem", ["GEMINI_API_KEY"]],
                ["service", "gateway-onprem", ["GEMINI_API_KEY"]],
            ],
        );
    });

    it("is one secret however many containers get it, and is called by its file where no variable names it", () => {
        const stack = new StackFixture("onprem", "production");
        const password = stack.resource("random:index/randomPassword:RandomPassword", "password", undefined, {});
        const upload = { file: "/run/secrets/password", content: made(output(password, "result")) };
        for (const name of ["redis", "exporter"])
            stack.resource(containerType, name, undefined, {
                inputs: { name: `acme-${name}`, uploads: [upload] },
                secrets: ["uploads[0].content"],
            });
        const { settled } = JSON.parse(jsonSecrets(review([stack.plan({ platform: "docker" })]))).stacks.onprem;
        assert.deepEqual(
            settled.map(({ secret, content, readBy }: { secret: string; content: string; readBy: unknown[] }) => [
                secret,
                content,
                readBy.length,
            ]),
            [["acme-redis:/run/secrets/password", "generated", 2]],
        );
    });

    it("counts what gets a secret as a part of an address, and not that address among the settled", () => {
        const stack = new StackFixture("onprem", "production");
        const part = encodeURIComponent("(onprem-database-password is not supplied yet)");
        stack.resource(containerType, "api", undefined, {
            inputs: { name: "acme-api", envs: [`DATABASE_URL=postgresql://voice:${part}@database:5432/voice`] },
            secrets: ["envs[0]"],
        });
        const waiting = { secretsToSupply: [{ variable: "DATABASE_PASSWORD", secret: "onprem-database-password" }] };
        const found = review([stack.plan({ outputs: waiting, platform: "docker" })]);
        const { toSupply, settled } = JSON.parse(jsonSecrets(found)).stacks.onprem;
        assert.deepEqual([toSupply[0].variables, settled], [["DATABASE_URL"], []]);
        assert.ok(textReport(found, wide).includes("  DATABASE_PASSWORD · DATABASE_URL of acme-api\n"));
    });

    it("tells how to supply one for each platform that waits for any", () => {
        const text = textSecrets(review([plan(), production().plan()]), wide);
        const [, onGoogle = "", onDocker = ""] = text.split(/\nTo supply one on (?:Google Cloud|Docker)\n/);
        assert.match(onGoogle, /gcloud secrets versions list/);
        assert.match(onDocker, /hidden prompt/);
        assert.match(text, /\n5 secrets to supply in 2 stacks\.\n$/);
        assert.doesNotMatch(textSecrets(review([plan()]), wide), /gcloud/);
        assert.doesNotMatch(textSecrets(review([production().plan()]), wide), /pulumi config|Docker/);
    });

    it("shows no value, and keeps a name from elsewhere one word of the command", () => {
        const odd = { secretsToSupply: [{ variable: "A'; rm -rf ~", secret: "odd" }] };
        const found = review([onPremises().plan({ outputs: odd, platform: "docker" })]);
        const text = textSecrets(found, wide);
        assert.ok(text.includes(`--path 'ringfence:secrets["A'\\''; rm -rf ~"].value' --stack onprem`), text);
        for (const list of [text, jsonSecrets(found)]) assert.ok(!list.includes("hunter2"));
    });

    it("passes over outputs in another shape", () => {
        for (const secretsToSupply of ["GEMINI_API_KEY", [null, "x", 3, { variable: 1 }, { secret: "x" }], undefined]) {
            const { stacks } = JSON.parse(
                jsonSecrets(review([onPremises().plan({ outputs: { secretsToSupply }, platform: "docker" })])),
            );
            assert.deepEqual(stacks.onprem.toSupply, []);
        }
    });
});
