import assert from "node:assert/strict";
import { type Changes, casesOf, faultsOf, ofShared, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("shared-stack");
const tunnel = {
    name: "office",
    accountId: "9a7806061c88ada191ed06f989cc3dac",
    ingress: { "voice.acme.example": "http://192.168.120.12:3100" },
};
const shared: Changes = {
    ...ofShared,
    "ringfence:tunnel": tunnel,
};

describe("the rule shared-stack", () => {
    it("ORA-4 accepts a stack that owns a tunnel, and one that owns speech recognition", () => {
        accepts("pre-production", shared, "shared");
        const transcription = { address: "192.168.120.12" };
        accepts(
            "pre-production",
            { ...shared, "ringfence:tunnel": undefined, "ringfence:transcription": transcription },
            "shared",
        );
    });
    it("refuses one that owns nothing", () => {
        refuses(
            "pre-production",
            { ...shared, "ringfence:tunnel": undefined },
            { key: "ringfence:tier", message: "owns nothing", repair: "ringfence:transcription" },
            "shared",
        );
    });
    it("VOX-4 refuses in it whatever belongs to one environment", () => {
        const own: readonly [string, unknown, string][] = [
            ["ringfence:front", { port: 8080 }, "ringfence:front"],
            ["ringfence:redis", { memory: "1Gi" }, "ringfence:redis"],
            ["ringfence:services", ["api"], "ringfence:services"],
            ["ringfence:database", { engine: "supabase", url: "https://x.supabase.co", anonKey: "k".repeat(20) }, ""],
            ["ringfence:secrets", { TOKEN: {} }, "ringfence:secrets"],
            ["ringfence:integrations", { voip: { credentials: "sandbox" } }, "ringfence:integrations"],
        ];
        for (const [key, value, at] of own) {
            const found = faultsOf("pre-production", { ...shared, [key]: value }, "shared").filter(
                ({ rule }) => rule === "shared-stack",
            );
            assert.equal(found.length, 1, key);
            assert.equal(found[0]?.key, at === "" ? "ringfence:database.engine" : at);
        }
    });
    it("refuses elsewhere what a shared stack has", () => {
        const at = (rule: string, changes: Changes) =>
            faultsOf("production", { ...onDocker, ...changes })
                .filter((fault) => fault.rule === rule)
                .map(({ key }) => key);
        assert.deepEqual(at("shared-stack", { "ringfence:tunnel": tunnel }), ["ringfence:tunnel"]);
        assert.deepEqual(at("shared-stack", { "ringfence:services": [] }), ["ringfence:services"]);
        assert.deepEqual(at("shared-stack", { "ringfence:database": { engine: "none" } }), [
            "ringfence:database.engine",
        ]);
    });
});
