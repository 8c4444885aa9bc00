import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("monitoring");
const monitoring = "ringfence:monitoring";
const notify = ["operator@acme.example"];

describe("the rule monitoring", () => {
    it("accepts somebody to tell, by mail or by an incident system, and nobody below production", () => {
        accepts("production", { [monitoring]: { notify } });
        accepts("production", { [monitoring]: { incidents: true } });
        accepts("sandbox", { [monitoring]: {} });
        accepts("production");
    });
    it("ACG-14 refuses alerts of production that tell nobody", () => {
        refuses(
            "production",
            { [monitoring]: { errors: 0.02 } },
            { key: `${monitoring}.notify`, message: "nobody hears of an outage", repair: "at least one mail address" },
        );
    });
    it("refuses the same address twice, however it is written", () => {
        refuses(
            "sandbox",
            { [monitoring]: { notify: [...notify, "Operator@acme.example"] } },
            { key: `${monitoring}.notify[1]`, message: "is there already", repair: "remove one" },
        );
    });
    it("refuses a latency that no request can exceed", () => {
        refuses(
            "pre-production",
            { [monitoring]: { notify, latency: "30s" }, "ringfence:api.timeout": "30s" },
            { key: `${monitoring}.latency`, message: "30s is never exceeded", repair: "ringfence:api.timeout" },
        );
    });
});
