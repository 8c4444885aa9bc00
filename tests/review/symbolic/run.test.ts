import assert from "node:assert/strict";
import * as cloudflare from "@pulumi/cloudflare";
import { Container } from "@pulumi/docker";
import * as gcp from "@pulumi/gcp";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { RefusedByFence } from "../../../policy/refusal";
import { type RunResult, runSymbolically } from "../../../review/symbolic/run";
import type { FindOutputs } from "../../../review/symbolic/stack-outputs";

const secretText = "hunter2-hunter2";

async function plan(program: () => unknown, stack = "staging", findOutputs?: FindOutputs): Promise<RunResult> {
    return runSymbolically({
        stack,
        project: "acme",
        organization: "organization",
        root: process.cwd(),
        program: { folder: process.cwd(), run: async () => program() },
        config: { "ringfence:tier": "pre-production", "acme:token": "«encrypted»" },
        secretKeys: ["acme:token"],
        placeholders: ["«encrypted»"],
        findOutputs,
    });
}

const inputsOf = (result: RunResult, name: string) =>
    result.resources.find(({ facts }) => facts.name === name)?.inputs as Record<string, never>;

class Box extends pulumi.ComponentResource {
    constructor(name: string, fill: (box: Box) => void, opts?: pulumi.ComponentResourceOptions) {
        super("acme:index:Box", name, {}, opts);
        fill(this);
        this.registerOutputs();
    }
}

describe("a symbolic run", () => {
    it("gives resources the URNs of the real engine: types of all ancestors but the stack", async () => {
        const { resources } = await plan(() => {
            new Box("outer", (outer) => {
                new Box("inner", (inner) => void new random.RandomPet("pet", {}, { parent: inner }), { parent: outer });
            });
        });
        assert.deepEqual(
            resources.map(({ facts }) => facts.urn),
            [
                "urn:pulumi:staging::acme::pulumi:pulumi:Stack::acme-staging",
                "urn:pulumi:staging::acme::acme:index:Box::outer",
                "urn:pulumi:staging::acme::acme:index:Box$acme:index:Box::inner",
                "urn:pulumi:staging::acme::acme:index:Box$acme:index:Box$random:index/randomPet:RandomPet::pet",
            ],
        );
    });

    it("knows exactly what a connection string is made of and masks its literals", async () => {
        const result = await plan(() => {
            const password = new random.RandomPassword("password", { length: 32 });
            const server = new gcp.sql.DatabaseInstance("server", { databaseVersion: "POSTGRES_16" });
            new gcp.secretmanager.SecretVersion("url", {
                secret: "s",
                secretData: pulumi.interpolate`postgresql://app:${password.result}@${server.privateIpAddress}/app`,
            });
        });
        const prefix = "urn:pulumi:staging::acme::";
        assert.equal(
            inputsOf(result, "url").secretData,
            `[secret]\${${prefix}random:index/randomPassword:RandomPassword::password#result}[secret]` +
                `\${${prefix}gcp:sql/databaseInstance:DatabaseInstance::server#privateIpAddress}[secret]`,
        );
        const planned = result.resources.find(({ facts }) => facts.name === "url");
        assert.deepEqual(planned?.secrets, ["secretData"]);
        assert.deepEqual([...(planned?.dependencies ?? [])].sort(), [
            `${prefix}gcp:sql/databaseInstance:DatabaseInstance::server`,
            `${prefix}random:index/randomPassword:RandomPassword::password`,
        ]);
    });

    it("follows a host name through a URL, a list that the cloud computes and a JSON document", async () => {
        const result = await plan(() => {
            const service = new gcp.cloudrunv2.Service("service", { location: "x", template: {} });
            const cache = new gcp.redis.Instance("cache", { memorySizeGb: 1 });
            new random.RandomPet("pet", {
                keepers: {
                    host: service.uri.apply((uri) => new URL(uri).hostname),
                    certificate: cache.serverCaCerts.apply((certificates) => certificates[0]?.cert ?? ""),
                    document: pulumi.jsonStringify({ port: cache.port }),
                },
            });
        });
        const { keepers } = inputsOf(result, "pet") as unknown as { keepers: Record<string, string> };
        assert.match(keepers.host ?? "", /Service::service#uri\.host}$/);
        assert.match(keepers.certificate ?? "", /Instance::cache#serverCaCerts\[0]\.cert}$/);
        assert.match(keepers.document ?? "", /^{"port":"\$\{urn:.*Instance::cache#port}"}$/);
    });

    it("writes a literal ${ as $${", async () => {
        const result = await plan(() => void new random.RandomPet("pet", { keepers: { text: "${HOME}" } }));
        assert.deepEqual((inputsOf(result, "pet") as unknown as { keepers: unknown }).keepers, { text: "$${HOME}" });
    });

    it("never shows a secret literal: not in inputs, outputs, where it leaked to, nor in an error", async () => {
        const result = await plan(() => {
            new random.RandomPet("pet", { prefix: pulumi.secret(secretText), keepers: { leaked: `x${secretText}` } });
            const token = new pulumi.Config("acme").requireSecret("token");
            new random.RandomPet("encrypted", { prefix: token });
            return { token, open: pulumi.secret(secretText) };
        });
        const shown = JSON.stringify([result.resources.map(({ inputs }) => inputs), result.outputs]);
        assert.equal(shown.includes(secretText), false, shown);
        assert.equal(shown.includes("«encrypted»"), false, shown);
        assert.deepEqual(result.outputs, { token: "[secret]", open: "[secret]" });
        assert.equal(result.readable(`failed with ${secretText}`), "failed with [secret]");
    });

    it("shows the name of a variable of Docker's, and masks its value", async () => {
        const result = await plan(() => {
            const password = new random.RandomPassword("password", { length: 32 });
            const url = pulumi.secret(pulumi.interpolate`postgresql://app:${password.result}@db`);
            const envs = [pulumi.interpolate`DATABASE_URL=${url}`, pulumi.secret(`TOKEN=${secretText}`), "PORT=3000"];
            new Container("api", {
                image: "api",
                envs,
                labels: [{ label: "note", value: pulumi.secret("A=hidden!") }],
            });
        });
        const { envs, labels } = inputsOf(result, "api") as unknown as Record<string, unknown>;
        assert.deepEqual((envs as string[]).slice(1), ["TOKEN=[secret]", "PORT=3000"]);
        assert.match(String(envs), /^DATABASE_URL=\[secret\]\$\{urn:[^}]*#result\}\[secret\]/);
        assert.deepEqual(labels, [{ label: "note", value: "[secret]" }]);
        assert.equal(result.readable(`failed with ${secretText}`), "failed with [secret]");
    });

    it("hands what a stack puts out to one that reads it, made of the same and as secret", async () => {
        const source = await plan(() => {
            const pet = new random.RandomPet("pet");
            return {
                tier: "shared",
                deep: { url: [pulumi.interpolate`https://${pet.id}`] },
                token: pulumi.secret(secretText),
            };
        }, "shared");
        const result = await plan(
            () => {
                const other = new pulumi.StackReference("organization/acme/shared");
                const deep = other.getOutput("deep") as pulumi.Output<{ url: string[] }>;
                new random.RandomPet("open", { prefix: deep.apply(({ url }) => `${url[0]}/x`) });
                new random.RandomPet("hidden", { prefix: other.getOutput("token") });
                new random.RandomPet("tier", { prefix: other.requireOutput("tier") });
            },
            "staging",
            (reference) => (reference === "organization/acme/shared" ? source.handedOver : undefined),
        );
        assert.deepEqual(result.errors, []);
        const petUrn = "urn:pulumi:shared::acme::random:index/randomPet:RandomPet::pet";
        assert.deepEqual(inputsOf(result, "open"), { prefix: `https://\${${petUrn}#id}/x` });
        assert.deepEqual(inputsOf(result, "hidden"), { prefix: "[secret]" });
        assert.deepEqual(inputsOf(result, "tier"), { prefix: "shared" });
    });

    it("takes the token of a tunnel for the tunnel's own, and that of another for nobody's", async () => {
        const result = await plan(() => {
            const accountId = "9a7806061c88ada191ed06f989cc3dac";
            const tunnel = new cloudflare.ZeroTrustTunnelCloudflared("tunnel", { accountId, name: "office" });
            const tokenOf = (tunnelId: pulumi.Input<string>) =>
                cloudflare.getZeroTrustTunnelCloudflaredTokenOutput({ accountId, tunnelId }).token;
            new random.RandomPet("own", { prefix: tokenOf(tunnel.id) });
            new random.RandomPet("another", { prefix: tokenOf("6ff42ae2-765d-4adf-8112-31c55c1551ef") });
            const id = "f00dcafe-765d-4adf-8112-31c55c1551ef";
            const there = new cloudflare.ZeroTrustTunnelCloudflared(
                "there",
                { accountId, name: "there" },
                { import: `${accountId}/${id}` },
            );
            const known = there.id.apply((imported) => imported.split("/").at(-1) ?? "");
            new random.RandomPet("adopted", { prefix: tokenOf(known) });
        });
        assert.match(String(inputsOf(result, "adopted").prefix), /::there#token\}$/);
        assert.match(String(inputsOf(result, "own").prefix), /^\$\{urn:pulumi:staging::acme::.*::tunnel#token\}$/);
        assert.match(String(inputsOf(result, "another").prefix), /^\$\{urn:pulumi:staging::invoke::/);
    });

    it("marks what is only read as external", async () => {
        const result = await plan(() => {
            const database = gcp.sql.DatabaseInstance.get("existing", "existing-id");
            return { name: database.connectionName };
        });
        const planned = result.resources.find(({ facts }) => facts.name === "existing");
        assert.equal(planned?.facts.external, true);
        assert.match(String(result.outputs.name), /existing#connectionName}$/);
    });

    it("leaves what another stack tells unknown, and says where it comes from", async () => {
        const result = await plan(() => {
            const other = new pulumi.StackReference("organization/acme/main");
            new random.RandomPet("pet", { prefix: other.requireOutput("name") as pulumi.Output<string> });
        });
        assert.deepEqual(result.errors, []);
        assert.match(String(inputsOf(result, "pet").prefix), /^\$\{urn:.*StackReference::organization\/acme\/main}$/);
    });

    it("refuses two resources with one URN, as the engine does", async () => {
        const { errors } = await plan(() => {
            new random.RandomPet("twin");
            new random.RandomPet("twin");
        });
        assert.match(errors[0]?.message ?? "", /twin.*two resources have the URN/s);
    });

    it("applies resource transforms", async () => {
        const result = await plan(() => {
            pulumi.runtime.registerResourceTransform(async ({ props, opts }) => ({
                props: { ...props, length: 3 },
                opts,
            }));
            const pet = new random.RandomPet("pet", { prefix: "a" });
            new random.RandomPet("second", { prefix: pet.id });
        });
        assert.deepEqual(inputsOf(result, "pet"), { prefix: "a", length: 3 });
        assert.match(String(inputsOf(result, "second").prefix), /pet#id}$/);
    });

    it("goes on where the fence refuses a resource, and remembers it", async () => {
        const result = await plan(() => {
            pulumi.runtime.registerResourceTransform(async ({ name }) => {
                const refusal = { policy: "some-rule", urn: "u", message: "no" };
                if (name === "pet") throw new RefusedByFence(refusal, "no");
                return undefined;
            });
            new random.RandomPet("pet");
            new random.RandomPet("second");
        });
        assert.deepEqual(result.errors, []);
        assert.equal(result.refusals.length, 1);
        assert.equal(result.resources.length, 3);
    });

    it("ends with an error where a promise is rejected that nobody waits for", async () => {
        const { errors } = await plan(() => {
            new random.RandomPet("pet", { prefix: Promise.reject(new Error("no prefix")) });
        });
        assert.match(errors[0]?.message ?? "", /no prefix/);
    });

    it("refuses a function that would have to ask the cloud", async () => {
        const { errors } = await plan(async () => void (await gcp.compute.getZones({})));
        assert.match(errors[0]?.message ?? "", /getZones asks the cloud/);
    });

    it("does not let a program end the process", async () => {
        const { errors } = await plan(() => process.exit(3));
        assert.match(errors[0]?.message ?? "", /process\.exit\(3\)/);
    });

    it("keeps stacks apart in one process", async () => {
        const program = () => ({ stack: pulumi.getStack(), tier: new pulumi.Config("ringfence").require("tier") });
        const first = await plan(program, "beta");
        const second = await plan(program, "main");
        assert.deepEqual([first.outputs.stack, second.outputs.stack], ["beta", "main"]);
    });
});
