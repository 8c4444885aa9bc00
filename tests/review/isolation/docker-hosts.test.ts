import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { dockerHosts } from "../../../review/isolation/docker-hosts";
import type { StackPlan } from "../../../review/plan";
import { environmentOf, image, onDocker } from "../../environment/fixtures";

const types = {
    container: "docker:index/container:Container",
    network: "docker:index/network:Network",
    volume: "docker:index/volume:Volume",
} as const;
type Made = readonly [keyof typeof types, Readonly<Record<string, Value>>];

function plan(stack: string, ...made: readonly Made[]): StackPlan {
    const resources = made.map(([kind, inputs], index) => ({
        facts: {
            urn: `urn:pulumi:${stack}::acme::${types[kind]}::${kind}-${index}`,
            type: types[kind],
            name: `${kind}-${index}`,
            inputs,
            propertyDependencies: {},
            dependencies: [],
            protect: false,
            external: false,
        },
        inputs: {},
        secrets: [],
        dependencies: [],
        component: false,
    }));
    const tier = stack === "main" ? "production" : "pre-production";
    return { stack, project: "acme", tier, platform: "docker", resources, outputs: {}, violations: [], notes: [] };
}

const host = (name: string) => ({ ...onDocker, "docker:host": name });
const onOneHost = [
    environmentOf("pre-production", host("ssh://deploy@one.example"), "staging"),
    environmentOf("production", host("ssh://deploy@one.example"), "main"),
];
const onTwoHosts = [
    environmentOf("pre-production", host("ssh://deploy@one.example"), "staging"),
    environmentOf("production", host("ssh://deploy@two.example"), "main"),
];
const messages = (...plans: readonly StackPlan[]) => dockerHosts(plans, onOneHost).map(({ message }) => message);

describe("stacks on one Docker host", () => {
    for (const kind of ["container", "network", "volume"] as const)
        it(`ORA-2 ORA-6 have each ${kind} for themselves`, () => {
            const same = [plan("staging", [kind, { name: "voice-db" }]), plan("main", [kind, { name: "voice-db" }])];
            const [found, ...more] = dockerHosts(same, onOneHost);
            assert.deepEqual([found?.rule, found?.stacks, more], ["docker-hosts", ["staging", "main"], []]);
            assert.match(found?.message ?? "", new RegExp(`register the same ${kind}, voice-db, on ssh://deploy@one`));
            assert.deepEqual(dockerHosts(same, onTwoHosts), []);
        });

    it("ORA-6 name nothing of each other's: a network, a volume, the host of an address", () => {
        const production = plan("main", ["network", { name: "main-data" }], ["container", { name: "voice-db" }]);
        const joins: Made = ["container", { networksAdvanced: [{ name: "main-data" }] }];
        const asks: Made = ["container", { envs: ["DATABASE_URL=postgresql://u:p@voice-db:5432/voice"] }];
        for (const [made, theirs] of [
            [joins, "network main-data"],
            [asks, "container voice-db"],
        ] as const)
            assert.match(messages(plan("staging", made), production)[0] ?? "", new RegExp(`names main's ${theirs}`));
    });

    it("ORA-7 name the volume for dumps where both declare it, in the anonymiser's container and nowhere else", () => {
        const command = ["npm", "run"];
        const on = host("ssh://deploy@one.example");
        const halves = [
            environmentOf("pre-production", { ...on, "ringfence:seeding": { role: "target", command } }, "staging"),
            environmentOf(
                "production",
                { ...on, "ringfence:seeding": { role: "source", stack: "staging", command } },
                "main",
            ),
        ];
        const volumeName = "acme-staging-seed-files";
        const mounts = (component: string, containerPath = "/dump"): Made => [
            "container",
            {
                labels: [{ label: "component", value: component }],
                volumes: [{ volumeName, containerPath }],
                image,
                entrypoints: ["sh", "/schedule/schedule.sh", "npm", "run", "export-anonymised"],
            },
        ];
        const takes = plan("staging", ["volume", { name: volumeName }]);
        const told = (made: Made) => dockerHosts([takes, plan("main", made)], halves).length;
        assert.equal(told(mounts("anonymiser-export")), 0);
        assert.equal(told(mounts("api-container-1")), 1);
        assert.equal(told(mounts("anonymiser-export", "/data")), 1);
        assert.equal(messages(takes, plan("main", mounts("anonymiser-export"))).length, 1);
    });

    it("ORA-1 publish each port of the host once, on one address or on every", () => {
        const published = (ip: string, external: number): Made => [
            "container",
            { ports: [{ internal: 8080, external, ip }] },
        ];
        const first = plan("staging", published("10.0.0.1", 3100));
        assert.match(messages(first, plan("main", published("10.0.0.1", 3100)))[0] ?? "", /the same port, 3100/);
        assert.match(messages(first, plan("main", published("0.0.0.0", 3100)))[0] ?? "", /the same port, 3100/);
        assert.deepEqual(messages(first, plan("main", published("10.0.0.2", 3100))), []);
        assert.deepEqual(messages(first, plan("main", published("10.0.0.1", 3101))), []);
    });
});
