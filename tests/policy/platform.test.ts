import assert from "node:assert/strict";
import { VoicePlatform } from "../../components";
import type { Environment } from "../../environment";
import { evaluate } from "../../policy/evaluate";
import type { Scope } from "../../policy/rule";
import { isolationRules, rules } from "../../policy/rules";
import { onDocker as dockerHost, environmentOf, testedTiers } from "../environment/fixtures";
import { preProduction, production, sandbox } from "./environments";
import { scope } from "./facts-builders";
import { fenced } from "./fenced";
import {
    beforeItExists,
    onceItExists,
    registrations,
    withDefaults,
    withoutPropertyDependencies,
} from "./views-of-a-stack";

async function planned(environment: Environment): Promise<{ scope: Scope; refusals: readonly unknown[] }> {
    const { resources, errors, refusals } = await fenced(environment, "ringfence", () => {
        new VoicePlatform("voice", { environment });
    });
    assert.deepEqual(errors, []);
    const facts = resources.map((resource) => resource.facts);
    return { scope: scope(environment, facts), refusals };
}

const found = (scope: Scope, among = rules): readonly string[] =>
    evaluate(among, scope).map(({ policy, urn, message }) => `${policy}: ${urn.split("::").at(-1)}: ${message}`);

const foundAtRegistration = (scope: Scope): readonly string[] =>
    [...registrations(scope)].flatMap((seen) => found(seen, isolationRules));

/** The evidence that an environment keeps, how its secrets are renewed, and who hears of it when something is wrong. */
const kept = {
    audit: { records: {}, logs: {} },
    monitoring: { notify: ["operator@example.com"], incidents: true },
    rotation: { next: "2027-02-01T04:00:00Z" },
};

/** The same tiers on a Docker host: with secrets in files, and in variables. */
const watched = {
    "ringfence:monitoring": {
        notify: ["operator@example.com"],
        mail: { server: "smtp.example.com:587", from: "alerts@example.com" },
    },
};
const hosted = testedTiers.flatMap((tier) => [
    environmentOf(tier, { ...dockerHost, ...watched }),
    environmentOf(tier, {
        ...dockerHost,
        ...watched,
        "ringfence:api.secretsAs": "variables",
        "ringfence:gateway.secretsAs": "variables",
    }),
]);

/** What a rule says of an environment that gets its secrets as the stack file wants it. */
const stated = (message: string): boolean => !message.startsWith("secrets-as-files: ");

describe("the platform's own environments break no rule", () => {
    for (const environment of [sandbox(kept), preProduction(kept), production(kept), ...hosted]) {
        describe(`${environment.tier}, on ${environment.platform}, secrets as ${environment.api.secretsAs}`, () => {
            let stack: Scope;
            let refusals: readonly unknown[];
            before(async () => {
                ({ scope: stack, refusals } = await planned(environment));
            });

            it("in the preview", () => assert.deepEqual(found(stack).filter(stated), []));
            it("in the engine's preview, before anything exists", () =>
                assert.deepEqual(found(withDefaults(beforeItExists(stack))).filter(stated), []));
            it("in the engine's eyes, once everything exists", () =>
                assert.deepEqual(found(withDefaults(onceItExists(stack))).filter(stated), []));
            it("at the registration of each resource", () => {
                assert.deepEqual(refusals, []);
                assert.deepEqual(foundAtRegistration(beforeItExists(stack)), []);
                assert.deepEqual(foundAtRegistration(withoutPropertyDependencies(onceItExists(stack))), []);
            });
        });
    }
});
