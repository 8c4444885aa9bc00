import { drainBudget } from "../../../../policy/rules/hygiene/drain-budget";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { unknown } from "../../facts-builders";
import { stackOn } from "../../stack";

const leaving = (seconds: number) => ({
    template: { timeout: `${seconds}s`, terminationGracePeriodSeconds: seconds },
    inputs: { destroyGraceSeconds: seconds },
});

export default casesOf(
    drainBudget,
    stackOn({
        environment: preProduction(),
        workload: { name: "gateway-staging", ...leaving(3600) },
        variables: { CALL_MAX_SECONDS: "3300", DRAIN_SECONDS: "3300", HEARTBEAT_SECONDS: "25" },
    }),
    {},
    {
        "exactly as long as a call": { workload: leaving(3300) },
        "what is not known yet": { variables: { CALL_MAX_SECONDS: unknown, DRAIN_SECONDS: unknown } },
        "a timeout or a grace period that is not known yet": {
            workload: {
                template: { timeout: unknown, terminationGracePeriodSeconds: unknown },
                inputs: { destroyGraceSeconds: unknown },
            },
        },
        "no drain said": { variables: { DRAIN_SECONDS: undefined } },
        "what holds no calls": {
            workload: { name: "api-staging", ...leaving(60) },
            variables: { CALL_MAX_SECONDS: undefined, DRAIN_SECONDS: undefined, HEARTBEAT_SECONDS: undefined },
        },
    },
    {
        "a timeout shorter than a call": [{ workload: leaving(600) }, /timeout of 600 s cuts a call .* 3300 s/, "gcp"],
        "a timeout left out": [{ workload: { template: { timeout: null } } }, /timeout of 300 s cuts a call/, "gcp"],
        "a timeout that Cloud Run does not have": [{ workload: leaving(7200) }, /more than Cloud Run's 3600 s/, "gcp"],
        "a drain shorter than a call": [
            { variables: { DRAIN_SECONDS: "60" } },
            /drains for 60 s, but a call may last 3300 s/,
        ],
        "a drain longer than the timeout": [
            { variables: { DRAIN_SECONDS: "3599" }, workload: leaving(3400) },
            /3599 s/,
        ],
        "killed before it has drained": [
            { workload: leaving(30) },
            /killed after 30 s, but drains for 3300 s/,
            "docker",
            "kubernetes",
        ],
        "a grace period left out": [
            { workload: { template: {}, inputs: {} } },
            /killed after (0|30) s/,
            "docker",
            "kubernetes",
        ],
        "a slow heartbeat": [{ variables: { HEARTBEAT_SECONDS: "120" } }, /heartbeat every 120 s is slower/],
        "a heartbeat at the limit": [{ variables: { HEARTBEAT_SECONDS: "100" } }, /heartbeat/],
        "a gateway by another name": [{ workload: { name: "calls", ...leaving(60) } }, /cuts a call|killed after 60 s/],
    },
);
