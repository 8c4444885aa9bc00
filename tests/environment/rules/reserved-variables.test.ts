import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("reserved-variables");

describe("the rule reserved-variables", () => {
    it("accepts variables of the application's own", () => {
        accepts("sandbox", { "ringfence:api.variables": { PORTAL: "1", K_FACTOR: "2" } });
    });
    it("refuses the variables that Cloud Run sets", () => {
        const expected = { message: "PORT is set by Cloud Run", repair: "its `port`" };
        refuses(
            "sandbox",
            { "ringfence:api.variables.PORT": "80" },
            { key: "ringfence:api.variables.PORT", ...expected },
        );
        refuses("sandbox", { "ringfence:web.secrets": ["PORT"] }, { key: "ringfence:web.secrets[0]", ...expected });
        refuses("sandbox", { "ringfence:secrets": { PORT: {} } }, { key: "ringfence:secrets.PORT", ...expected });
    });
});
