import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("voip");
const credentials = "ringfence:integrations.voip.credentials";
const sync = "ringfence:safeguards.voipSync";

describe("the rule voip", () => {
    it("accepts live credentials and sync in production, the sandbox's anywhere", () => {
        accepts("production");
        accepts("production", { [sync]: false });
        accepts("pre-production", { [credentials]: "sandbox" });
    });
    it("ORA-10 refuses the live credentials below production", () => {
        for (const tier of ["sandbox", "pre-production"] as const)
            refuses(
                tier,
                { [credentials]: "live" },
                { key: credentials, message: `this stack's tier is ${tier}`, repair: 'write "sandbox" or "none"' },
            );
    });
    it("ORA-10 refuses sync below production", () => {
        refuses(
            "pre-production",
            { [sync]: true, [credentials]: "sandbox" },
            { key: sync, message: "true is for production only", repair: "write false" },
        );
    });
    it("refuses sync without credentials", () => {
        refuses(
            "production",
            { [credentials]: "none" },
            { key: sync, message: 'credentials is "none"', repair: 'write "live" there' },
        );
    });
});
