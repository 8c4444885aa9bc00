import assert from "node:assert/strict";
import { deployerRoles, workloadRoles } from "../../platforms/gcp/delivery/roles";
import { type Document, ofType, type PlannedResource, planOf, type StackDocument, stackOf } from "../requirements/plan";

/**
 * What the deployer needs for the resources of a module of the provider. Nothing where a person makes them: the pool and
 * the roles are the gate itself, and the registry is in another project.
 */
const needed: Readonly<Record<string, keyof typeof deployerRoles | undefined>> = {
    artifactregistry: undefined,
    certificatemanager: "balancer",
    cloudrunv2: "services",
    cloudscheduler: "schedules",
    compute: "network",
    dns: "network",
    eventarc: "events",
    firestore: "firestore",
    iam: undefined,
    logging: "logs",
    monitoring: "monitoring",
    projects: "always",
    pubsub: "events",
    redis: "redis",
    secretmanager: "secrets",
    serviceaccount: "always",
    servicenetworking: "network",
    sql: "postgresql",
    storage: "buckets",
    workflows: "events",
};

/** Project roles that the program gives to Google's own accounts or makes itself: a person deploys a change of these. */
const byHand = new Set(["roles/eventarc.serviceAgent"]);

const deployer = ({ inputs }: PlannedResource): boolean => inputs.member.includes("-delivery-deployer#");
const projectGrants = (stack: StackDocument) => ofType(stack, "gcp:projects/iAMMember:IAMMember");

describe("what a deployer may do, in the root project", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });

    for (const name of ["beta", "staging", "main"]) {
        const held = () => projectGrants(stackOf(plan, name)).filter(deployer);

        it(`is enough for every kind of resource that ${name} has`, () => {
            const roles = new Set(held().map(({ inputs }) => inputs.role));
            const modules = stackOf(plan, name).resources.flatMap(({ type }) => /^gcp:(\w+)\//.exec(type)?.[1] ?? []);
            for (const module of new Set(modules)) {
                assert.ok(Object.hasOwn(needed, module), `nobody has said what a deployer needs for gcp:${module}`);
                const what = needed[module];
                for (const { role } of what === undefined ? [] : deployerRoles[what])
                    assert.ok(roles.has(role), `${name}'s deployer lacks ${role} for gcp:${module}`);
            }
        });

        it(`is no more than ${name} has use for`, () => {
            const { resources } = stackOf(plan, name);
            const present = new Set(resources.flatMap(({ type }) => /^gcp:(\w+)\//.exec(type)?.[1] ?? []));
            const useful = new Set(
                Object.entries(needed).flatMap(([module, what]) => (present.has(module) && what ? [what] : [])),
            );
            const roles = new Set(held().map(({ inputs }) => inputs.role));
            for (const [what, list] of Object.entries(deployerRoles))
                for (const { role } of list)
                    assert.ok(
                        !roles.has(role) || useful.has(what as keyof typeof deployerRoles),
                        `${name}'s deployer has ${role} and nothing to use it on`,
                    );
        });

        it(`covers every role that a deployment of ${name} gives to a workload`, () => {
            for (const grant of projectGrants(stackOf(plan, name)).filter((one) => !deployer(one))) {
                const { role } = grant.inputs;
                const own = role.includes("iAMCustomRole");
                assert.ok(own || byHand.has(role) || workloadRoles.includes(role), `${grant.name}: ${role}`);
            }
        });
    }
});
