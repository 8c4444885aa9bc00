import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("audit-lock");

describe("the rule audit-lock", () => {
    it("MVA-8 accepts a lock where evidence must stay, and a sandbox that keeps records without one", () => {
        const locked = { "ringfence:audit": { records: { locked: true }, logs: { locked: true } } };
        accepts("pre-production", locked);
        accepts("production", locked);
        accepts("sandbox", { "ringfence:audit": { records: {}, logs: {} } });
        accepts("sandbox", {});
    });
    it("MVA-2 refuses a sandbox that could not be taken down, and says that a lock is for ever", () => {
        for (const store of ["records", "logs"] as const)
            refuses(
                "sandbox",
                { "ringfence:audit": { [store]: { locked: true } } },
                {
                    key: `ringfence:audit.${store}.locked`,
                    message: "true can never be undone, by anybody",
                    repair: "write false",
                },
            );
    });
});
