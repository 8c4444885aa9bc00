import { strict as assert } from "node:assert";
import { join, resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { VoicePlatform } from "../../components";
import { missingSecrets } from "../../components/voice-platform/missing-secrets";
import type { Environment } from "../../environment";
import { loadProject, loadStack } from "../../environment/stack-file";
import { review } from "../../review/review";
import { ofType, planned } from "../platforms/engine";
import { preProduction, production, sandbox } from "./environments";

const blueprints = resolve(__dirname, "../../blueprints");

function described(blueprint: string, stack: string): Environment {
    const project = loadProject(join(blueprints, blueprint)).value;
    const environment = project && loadStack(project, stack).value?.environment;
    assert.ok(environment);
    return environment;
}
const variablesOf = (secrets: readonly { readonly variable: string }[]) => secrets.map(({ variable }) => variable);
const onPremises = () => described("orbisvoice", "onprem");
const everything = ["BACKUP_ACCESS_KEY_ID", "BACKUP_SECRET_ACCESS_KEY", "GEMINI_API_KEY", "SMTP_PASSWORD"];
const supplied = (...variables: string[]): Environment["secrets"] =>
    Object.fromEntries(variables.map((variable) => [variable, { value: `value of ${variable}` }]));

/** What a real deployment says and what it asks the engine for. */
async function deployed(environment: Environment): Promise<{ refusal: string; resources: number }> {
    let refusal = "";
    const resources = await planned(() => {
        try {
            new VoicePlatform("voice", { environment });
        } catch (error) {
            assert.ok(pulumi.RunError.isInstance(error), String(error));
            refusal = error.message;
        }
    });
    return { refusal, resources: resources.length };
}

describe("secrets that nobody has supplied", () => {
    it("are known from the stack file as the program would ask for them", async () => {
        const environments = [
            sandbox(),
            preProduction(),
            production(),
            production({ services: ["api"], secrets: { MAPS_API_KEY: {}, SESSION_KEY: { generate: 32 } } }),
            production({ services: ["web"], web: { secrets: ["MAPS_API_KEY"] } }),
            production({ gateway: { secrets: ["MAPS_API_KEY"] }, api: { name: "api", secrets: ["PARTNER_TOKEN"] } }),
            production({ secrets: supplied("GEMINI_API_KEY", "OPENAI_API_KEY") }),
        ];
        for (const environment of environments) {
            let asked: readonly string[] = [];
            await planned(() => {
                asked = variablesOf(new VoicePlatform("voice", { environment }).outputs.secretsToSupply);
            });
            assert.deepEqual(variablesOf(missingSecrets(environment)), asked);
        }
    });

    it("are those that the preview of a Docker host lists, which does without them", async () => {
        for (const blueprint of ["orbisvoice", "the-oracle"]) {
            const { plans, errors } = await review({ project: join(blueprints, blueprint), stacks: [], debug: false });
            assert.deepEqual(errors, []);
            const hosts = plans.filter(({ platform, tier }) => platform === "docker" && tier !== "shared");
            assert.ok(hosts.length >= 2);
            for (const { stack, outputs } of hosts) {
                const listed = variablesOf(outputs.secretsToSupply as { variable: string }[]);
                assert.ok(listed.length > 0);
                assert.deepEqual(variablesOf(missingSecrets(described(blueprint, stack))), listed);
            }
        }
    }).timeout(20_000);

    it("ORB-11 keep a Docker host as it is: a deployment names all of them, each with its command, and makes nothing", async () => {
        const { refusal, resources } = await deployed(onPremises());
        assert.equal(resources, 0);
        assert.deepEqual(refusal.split("\n").slice(0, 3), [
            "nobody has supplied these secrets of onprem yet, so nothing is made:",
            "  BACKUP_ACCESS_KEY_ID: Puts the database's dumps into storage outside the host, from the owner of the storage that backups go to",
            "      npx pulumi config set --secret --path 'ringfence:secrets.BACKUP_ACCESS_KEY_ID.value' --stack onprem",
        ]);
        for (const variable of everything)
            assert.ok(refusal.includes(`'ringfence:secrets.${variable}.value' --stack onprem`), refusal);
    });

    it("are only those that are left", async () => {
        const secrets = supplied("BACKUP_ACCESS_KEY_ID", "GEMINI_API_KEY");
        const { refusal } = await deployed({ ...onPremises(), secrets });
        assert.match(refusal, /BACKUP_SECRET_ACCESS_KEY/);
        assert.doesNotMatch(refusal, /GEMINI|BACKUP_ACCESS|value of/);
    });

    it("are none when the stack file holds them, and the host is deployed", async () => {
        // Without what runs a job: no engine says here how one ended.
        const unwatched = { jobs: {}, monitoring: undefined };
        const environment = { ...onPremises(), ...unwatched, secrets: supplied(...everything) };
        const resources = await planned(() => new VoicePlatform("voice", { environment }));
        assert.ok(ofType(resources, "docker:index/container:Container").length > 10);
    });

    it("keep nothing back on Google Cloud, whose vault is filled after it is made", async () => {
        const { refusal, resources } = await deployed(production());
        assert.equal(refusal, "");
        assert.ok(resources > 0);
    });
});
