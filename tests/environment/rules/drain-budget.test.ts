import { assertOnlyFault, casesOf, faultsOf } from "../fixtures";

const { accepts, refuses } = casesOf("drain-budget");
const calls = "ringfence:gateway.calls";

describe("the rule drain-budget", () => {
    it("VOX-1 accepts longest call ≤ drain ≤ request timeout", () => {
        accepts("production");
        accepts("production", { [calls]: { longest: "50m", drain: "55m" }, "ringfence:gateway.timeout": "55m" });
        accepts("production", { [calls]: { longest: "60m" } });
    });
    it("VOX-1 refuses a drain that is shorter than the longest call", () => {
        refuses(
            "production",
            { [`${calls}.drain`]: "30m" },
            {
                key: `${calls}.drain`,
                message: "30m is shorter than the longest call, 55m",
                repair: "write at least 55m",
            },
        );
    });
    it("VOX-1 refuses calls, and a drain, that the request timeout would cut", () => {
        refuses(
            "production",
            { [`${calls}.longest`]: "61m" },
            { key: `${calls}.longest`, message: "61m is longer than the request timeout, 1h", repair: "at most 1h" },
        );
        refuses(
            "production",
            { [`${calls}.drain`]: "58m", "ringfence:gateway.timeout": "57m" },
            { key: `${calls}.drain`, message: "58m is longer than the request timeout, 57m", repair: "at most 57m" },
        );
    });
    it("VOX-1 refuses heartbeats that an idle timeout of 100 s could overtake", () => {
        accepts("production", { [`${calls}.heartbeat`]: "50s" });
        refuses(
            "production",
            { [`${calls}.heartbeat`]: "51s" },
            { key: `${calls}.heartbeat`, message: "51s is too slow: Cloudflare", repair: "write at most 50s" },
        );
    });
    it("VOX-1 leaves Cloud Run's longest request timeout to the schema", () => {
        assertOnlyFault(faultsOf("production", { "ringfence:gateway.timeout": "3601s" }), {
            key: "ringfence:gateway.timeout",
            message: '"3601s" is out of range',
            repair: "between 1s and 3600s",
        });
    });
});
