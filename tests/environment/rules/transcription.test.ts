import { casesOf, ofShared, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("transcription");
const key = "ringfence:transcription";
const using = (transcription: Record<string, unknown>) => ({ ...onDocker, [key]: transcription });
const owning = (transcription: Record<string, unknown>) => ({
    ...ofShared,
    [key]: transcription,
});

describe("the rule transcription", () => {
    it("ORA-3 accepts an environment that uses a shared stack's, and the stack that owns it", () => {
        accepts("production", using({ from: "shared" }));
        accepts("pre-production", owning({ model: "medium", address: "192.168.120.12" }), "shared");
    });
    it("ORA-3 refuses an environment that owns one itself, or takes it from itself", () => {
        refuses("production", using({ model: "medium" }), {
            key: `${key}.from`,
            message: "is missing",
            repair: "the name of the shared stack",
        });
        refuses("production", using({ from: "main" }), {
            key: `${key}.from`,
            message: "is this stack itself",
            repair: "the name of the shared stack",
        });
        refuses("production", using({ from: "shared", address: "192.168.120.12" }), {
            key: `${key}.address`,
            message: "said by the shared stack",
            repair: "remove it",
        });
    });
    it("refuses one on Google Cloud", () => {
        refuses("production", { [key]: { from: "shared" } }, { key, message: "does not reach", repair: "remove it" });
    });
    it("refuses a shared stack whose service nobody finds", () => {
        for (const address of [undefined, "127.0.0.1", "0.0.0.0"])
            refuses(
                "pre-production",
                owning({ address }),
                {
                    key: `${key}.address`,
                    message: address === undefined ? "is missing" : `${address} is no address`,
                    repair: "192.168.120.12",
                },
                "shared",
            );
        refuses(
            "pre-production",
            owning({ address: "192.168.120.12", from: "other" }),
            { key: `${key}.from`, message: "is for an environment", repair: "remove it" },
            "shared",
        );
    });
});
