import assert from "node:assert/strict";
import { evaluate } from "../../../policy/evaluate";
import { Partial, type ResourceFacts, type Value } from "../../../policy/facts";
import type { Scope } from "../../../policy/rule";
import { isolationRules } from "../../../policy/rules";
import { onDocker, preProduction } from "../environments";
import { interpolated, prefix, resource, scope, stackReference, unknownFrom } from "../facts-builders";
import { beforeItExists, onceItExists, registrations } from "../views-of-a-stack";

const staging = onDocker(preProduction({ transcription: { from: "shared" } }));

/** The reference as the program makes it, below the platform. */
const reference = (read = "organization/ringfence/shared", called = "staging-shared"): ResourceFacts => ({
    ...stackReference(staging, read),
    name: called,
    urn: `${prefix(staging)}ringfence:index:VoicePlatform$pulumi:pulumi:StackReference::${called}`,
});
/** A resource of the shared stack, as the preview sees behind the reference. */
const tunnel = { ...reference(), urn: "urn:pulumi:shared::ringfence::cloudflare:index/tunnel:Tunnel::tunnel" };

const container = (from: ResourceFacts, inputs: Readonly<Record<string, Value>>, property = "envs") =>
    resource(
        staging,
        "docker:index/container:Container",
        "api",
        { name: "api", image: "api", networkMode: "none", ...inputs },
        {
            dependencies: [from.urn],
            propertyDependencies: { [property]: [from.urn] },
        },
    );
const told = (envs: readonly Value[], from = reference()): Scope => scope(staging, [from, container(from, { envs })]);

const broken = (tried: Scope): readonly string[] =>
    evaluate(isolationRules, tried)
        .filter(({ urn }) => urn.endsWith("::api"))
        .map(({ message }) => message);

describe("a declared shared stack", () => {
    const whisper = told([interpolated`WHISPER_URL=${[tunnel, "id"]}`]);
    const whisperUnknown = told([new Partial(["WHISPER_URL=", { urn: reference().urn }])]);
    const whisperKnown = told(["WHISPER_URL=http://192.168.120.12:9000"]);

    it("ORA-3 may tell a workload in a variable what it owns, in the review and under the engine", () => {
        for (const tried of [whisper, whisperUnknown, whisperKnown])
            for (const seen of [tried, beforeItExists(tried), onceItExists(tried)]) assert.deepEqual(broken(seen), []);
    });

    it("ORA-3 may do so where only a registration is seen", () => {
        for (const tried of [whisperUnknown, whisperKnown])
            for (const seen of registrations(tried)) assert.deepEqual(broken(seen), []);
    });

    it("ORA-4 may be what the record of a host name points to", () => {
        const from = reference();
        const record = (content: Value) =>
            resource(
                staging,
                "cloudflare:index/dnsRecord:DnsRecord",
                "api",
                {
                    zoneId: "0".repeat(32),
                    name: "staging-api.example.com",
                    type: "CNAME",
                    content,
                    proxied: true,
                    ttl: 1,
                },
                { dependencies: [from.urn], propertyDependencies: { content: [from.urn] } },
            );
        for (const content of [interpolated`${[tunnel, "id"]}.cfargotunnel.com`, unknownFrom(from), "f00d.example"]) {
            const tried = scope(staging, [from, record(content)]);
            for (const seen of [tried, beforeItExists(tried), onceItExists(tried), ...registrations(tried)])
                assert.deepEqual(broken(seen), []);
        }
    });

    it("ORA-6 may tell no address of data", () => {
        for (const name of ["DATABASE_URL", "REDIS_HOST"]) {
            const [found = ""] = broken(told([interpolated`${[tunnel, "id"]}`, interpolatedAs(name)]));
            assert.match(found, /cannot be used here/, name);
        }
    });

    it("ORA-6 may be part of nothing but variables", () => {
        const from = reference();
        const volumes = container(
            from,
            { volumes: [{ containerPath: "/data", volumeName: unknownFrom(from) }] },
            "volumes",
        );
        assert.notDeepEqual(broken(scope(staging, [from, volumes])), []);
        const networks = container(
            from,
            { networksAdvanced: [{ name: unknownFrom(from), aliases: [] }] },
            "networksAdvanced",
        );
        assert.notDeepEqual(broken(scope(staging, [from, networks])), []);
    });

    it("ORA-6 is no other stack, whatever the reference is called", () => {
        const production = reference("organization/ringfence/main");
        const elsewhere = reference("organization/other/shared");
        const byHand = { ...reference(), urn: `${prefix(staging)}pulumi:pulumi:StackReference::staging-shared` };
        for (const from of [production, elsewhere, byHand]) {
            const [found = ""] = broken(told([new Partial(["WHISPER_URL=", { urn: from.urn }])], from));
            assert.match(found, /it comes from another stack, by the stack reference "staging-shared"/);
        }
    });
});

/** A variable of Docker's, made of the shared stack's. */
const interpolatedAs = (name: string): Partial => new Partial([`${name}=`, { urn: tunnel.urn, property: "id" }]);
