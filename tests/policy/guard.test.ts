import assert from "node:assert/strict";
import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import * as sql from "@pulumi/gcp/sql";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import type { RunResult } from "../../review/symbolic/run";
import { environmentOf, type TestedTier } from "../environment/fixtures";
import { fenced } from "./fenced";

const stacks: Record<TestedTier, string> = { sandbox: "beta", "pre-production": "staging", production: "main" };

const guarded = (tier: TestedTier, program: () => unknown): Promise<RunResult> =>
    fenced(environmentOf(tier, {}, stacks[tier]), "acme", program);

function service(name: string, project: string, variables: Record<string, pulumi.Input<string>>): cloudrun.Service {
    const envs = Object.entries(variables).map(([variable, value]) => ({ name: variable, value }));
    return new cloudrun.Service(name, {
        project,
        location: "europe-west2",
        template: { containers: [{ image: "example.com/app", envs }] },
    });
}

const live = { SF_ACCESS: "write", SF_URL: "https://acme.my.salesforce.com" };

describe("the fence at the registration of a resource", () => {
    it("MVA-5 refuses a hand-written service that may write to Salesforce below production", async () => {
        const { refusals, errors } = await guarded(
            "pre-production",
            () => void service("rogue", "acme-voice-staging", live),
        );
        assert.deepEqual(errors, []);
        assert.equal(refusals[0]?.policy, "salesforce-write-in-production-only");
        assert.match(refusals[0]?.urn ?? "", /Service::rogue$/);
    });

    it("lets the same service be in production", async () => {
        const { refusals } = await guarded("production", () => void service("api", "acme-voice-main", live));
        assert.deepEqual(refusals, []);
    });

    it("VOX-3 lets an unknown be that comes from a resource of this stack", async () => {
        const { refusals } = await guarded("pre-production", () => {
            const server = new sql.DatabaseInstance("server", {
                project: "acme-voice-staging",
                databaseVersion: "POSTGRES_16",
            });
            service("api", "acme-voice-staging", { DATABASE_HOST: server.privateIpAddress });
        });
        assert.deepEqual(refusals, []);
    });

    it("VOX-3 refuses an address of a database that is only read, so is another's", async () => {
        const { refusals } = await guarded("pre-production", () => {
            const server = sql.DatabaseInstance.get("theirs", "projects/acme-voice-main/instances/main-db");
            service("api", "acme-voice-staging", { DATABASE_HOST: server.privateIpAddress });
        });
        assert.equal(refusals.length, 1);
        assert.match(refusals[0]?.urn ?? "", /Service::api$/);
    });

    it("VOX-3 refuses a database's address that another stack tells", async () => {
        const { refusals } = await guarded("pre-production", () => {
            const other = new pulumi.StackReference("organization/acme/main");
            service("api", "acme-voice-staging", {
                DATABASE_URL: other.requireOutput("databaseUrl") as pulumi.Output<string>,
            });
        });
        assert.equal(refusals.length, 1);
    });

    it("ACG-10 refuses to adopt what is in another environment's project", async () => {
        const { refusals } = await guarded("pre-production", () => {
            const adopted = { import: "projects/acme-voice-main/instances/main-db" };
            new sql.DatabaseInstance(
                "theirs",
                { project: "acme-voice-staging", databaseVersion: "POSTGRES_16" },
                adopted,
            );
        });
        assert.equal(refusals[0]?.policy, "own-project");
    });

    it("does not wait for what nobody knows yet", async () => {
        const { errors, resources } = await guarded("sandbox", () => {
            const pet = new random.RandomPet("pet");
            new random.RandomPet("second", {
                keepers: { first: pet.id, list: pulumi.all([pet.id]).apply(([id]) => id ?? "") },
            });
        });
        assert.deepEqual(errors, []);
        assert.equal(resources.length, 3);
    });
});
