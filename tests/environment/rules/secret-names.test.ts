import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("secret-names");

describe("the rule secret-names", () => {
    it("accepts each name once, and a declared secret that a service names", () => {
        accepts("production", {
            "ringfence:secrets": { JWT_SECRET: { generate: 64 }, GEMINI_API_KEY: { suppliedBy: "the platform team" } },
            "ringfence:gateway.secrets": ["GEMINI_API_KEY"],
            "ringfence:api.secrets": ["GEMINI_API_KEY", "OTHER_KEY"],
        });
    });
    it("ORB-11 refuses a variable that is in clear and a secret at once", () => {
        refuses(
            "sandbox",
            { "ringfence:api.secrets": ["LOG_FORMAT"] },
            { key: "ringfence:api.variables.LOG_FORMAT", message: "a secret in api.secrets", repair: "remove one" },
        );
        refuses(
            "sandbox",
            { "ringfence:secrets": { LOG_FORMAT: { generate: 32 } } },
            {
                key: "ringfence:api.variables.LOG_FORMAT",
                message: "a secret in ringfence:secrets",
                repair: "remove one",
            },
        );
    });
    it("refuses a name that stands in a list twice", () => {
        refuses(
            "sandbox",
            { "ringfence:web.secrets": ["A_KEY", "B_KEY", "A_KEY"] },
            { key: "ringfence:web.secrets[2]", message: "A_KEY stands in the list twice", repair: "remove one" },
        );
    });
});
